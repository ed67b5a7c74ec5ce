//! Splits the module in two, so that the page can start with what it needs first.
//!
//! It is split at given functions, which the page calls only once something was opened. What can only be reached through
//! them goes into the deferred module, everything else into the core module. In the core module, a split point becomes a
//! call through a slot of the function table. The slot is empty until the deferred module fills it: calling a split point
//! before its module is loaded traps; it never returns a wrong result. The deferred module imports what it shares with the
//! core from the core alone, so it asks the browser for nothing by itself.
//!
//! Split points are known by their names, which the module must still have. May not know: which functions they are, and
//! when the deferred module is loaded.

use std::collections::{BTreeMap, BTreeSet};

use walrus::ir::{Value, Visitor, dfs_in_order};
use walrus::{
    ConstExpr, ConstOp, DataId, ElementId, ElementItems, ElementKind, ExportItem, FunctionBuilder, FunctionId, FunctionKind, GlobalId,
    GlobalKind, ImportedFunction, LocalFunction, MemoryId, Module, ModuleConfig, TableId, TagId,
};

use crate::tools::step::Result;

/// The name under which the page passes the exports of the core module to the deferred module.
pub const CORE: &str = "b";

/// The two modules that a program is split into.
pub struct Modules {
    /// What the page starts with.
    pub core: Vec<u8>,
    /// What is loaded later.
    pub deferred: Vec<u8>,
}

/// Splits a module in two at the given functions: Rust paths without hashes, such as `keuzeladder::app::sheet::sheet`.
///
/// # Errors
/// A path is not there exactly once, nothing in the core leads to it, or the deferred module would need what only one module can have.
pub fn split(module: &[u8], split_points: &[&str]) -> Result<Modules> {
    let mut core = read(module)?;
    let split_points = find(&core, split_points)?;
    let split = Split::at(&core, &split_points)?;
    // The same functions in a module of their own. Reading is in order, so they have the same places.
    let mut deferred = read(module)?;
    let table = core.tables.main_function_table().map_err(|error| format!("the function table: {error:#}"))?;
    let table = table.ok_or("the module has no function table, so split points cannot be called through it")?;
    let shared = share(&mut core, table, &split);
    call_through_table(&mut core, table, &split.points)?;
    keep_only_deferred(&mut deferred, &shared, &split);
    Ok(Modules { core: written(&mut core), deferred: written(&mut deferred) })
}

/// The module with names for the split points alone, each its path. Symbols hold hashes that differ from folder to folder,
/// and a tool that sorts functions by name would make another module in each.
///
/// # Errors
/// A path is not there exactly once.
pub fn name_only(module: &[u8], split_points: &[&str]) -> Result<Vec<u8>> {
    let mut module = read(module)?;
    let named = find(&module, split_points)?;
    for function in module.funcs.iter_mut() {
        let path = function.name.take().filter(|_| named.contains(&function.id()));
        function.name = path.map(|name| format!("{:#}", rustc_demangle::demangle(&name)));
    }
    Ok(module.emit_wasm())
}

fn read(module: &[u8]) -> Result<Module> {
    ModuleConfig::new().generate_producers_section(false).parse(module).map_err(|error| format!("the module cannot be read: {error:#}"))
}

/// A module as bytes, without unreachable items.
fn written(module: &mut Module) -> Vec<u8> {
    walrus::passes::gc::run(module);
    module.emit_wasm()
}

/// The functions with the given paths, each of which must be there once.
fn find(module: &Module, paths: &[&str]) -> Result<BTreeSet<FunctionId>> {
    let mut named: BTreeMap<String, Vec<FunctionId>> = BTreeMap::new();
    for (function, _) in module.funcs.iter_local() {
        if let Some(name) = &module.funcs.get(function).name {
            named.entry(format!("{:#}", rustc_demangle::demangle(name))).or_default().push(function);
        }
    }
    paths
        .iter()
        .map(|path| match named.get(*path).map_or(&[][..], Vec::as_slice) {
            [function] => Ok(*function),
            [] => Err(format!("there is no function `{path}`: it has another name now, nothing calls it, or it was put into its caller")),
            several => Err(format!("there are {} functions `{path}`", several.len())),
        })
        .collect()
}

/// Which module each function goes into.
struct Split {
    /// The split points.
    points: BTreeSet<FunctionId>,
    /// What the deferred code uses.
    uses: Uses,
    /// The functions of it that are in the core, with how often they are called.
    shared: BTreeMap<FunctionId, usize>,
}

impl Split {
    fn at(module: &Module, points: &BTreeSet<FunctionId>) -> Result<Self> {
        let name = |function: FunctionId| {
            module.funcs.get(function).name.as_ref().map_or("?".to_owned(), |name| format!("{:#}", rustc_demangle::demangle(name)))
        };
        let Reached { inside: core, met } = reach(module, roots(module), points);
        if let Some(unreached) = points.difference(&met).next() {
            return Err(format!("nothing in the core leads to `{}`, so it is no split point", name(*unreached)));
        }
        let Reached { inside: deferred, .. } = reach(module, points.iter().copied().collect(), &core);
        let mut uses = Uses::default();
        for function in deferred {
            if let FunctionKind::Local(local) = &module.funcs.get(function).kind {
                uses.add(local);
                if uses.segments {
                    return Err(format!("`{}` uses a segment or a tag, which the deferred module cannot have", name(function)));
                }
            }
        }
        // The core passes on functions of the browser, also those that only the deferred module calls.
        let imported = |function: &FunctionId| matches!(module.funcs.get(*function).kind, FunctionKind::Import(_));
        let mut shared = BTreeMap::new();
        for function in uses.functions.iter().filter(|function| core.contains(*function) || imported(function)) {
            *shared.entry(*function).or_default() += 1;
        }
        Ok(Self { points: points.clone(), uses, shared })
    }
}

/// The functions that can be reached, and those at which the search stopped.
struct Reached {
    inside: BTreeSet<FunctionId>,
    met: BTreeSet<FunctionId>,
}

fn reach(module: &Module, mut from: Vec<FunctionId>, stop: &BTreeSet<FunctionId>) -> Reached {
    let mut reached = Reached { inside: BTreeSet::new(), met: BTreeSet::new() };
    while let Some(function) = from.pop() {
        if stop.contains(&function) {
            reached.met.insert(function);
        } else if reached.inside.insert(function)
            && let FunctionKind::Local(local) = &module.funcs.get(function).kind
        {
            let mut uses = Uses::default();
            uses.add(local);
            from.extend(uses.functions);
        }
    }
    reached
}

/// The functions that are referenced from outside of code: by exports, the start, tables, globals.
fn roots(module: &Module) -> Vec<FunctionId> {
    let exported = module.exports.iter().filter_map(|export| match export.item {
        ExportItem::Function(function) => Some(function),
        _ => None,
    });
    let in_segments = module.elements.iter().flat_map(|segment| match &segment.items {
        ElementItems::Functions(functions) => functions.clone(),
        ElementItems::Expressions(_, constants) => constants.iter().flat_map(in_constant).collect(),
    });
    let in_globals = module.globals.iter().flat_map(|global| match &global.kind {
        GlobalKind::Local(constant) => in_constant(constant),
        GlobalKind::Import(_) => Vec::new(),
    });
    let in_tables = module.tables.iter().filter_map(|table| table.init.as_ref()).flat_map(in_constant);
    exported.chain(module.start).chain(in_segments).chain(in_globals).chain(in_tables).collect()
}

fn in_constant(constant: &ConstExpr) -> Vec<FunctionId> {
    match constant {
        ConstExpr::RefFunc(function) => vec![*function],
        ConstExpr::Extended(steps) => {
            steps.iter().filter_map(|step| if let ConstOp::RefFunc(function) = step { Some(*function) } else { None }).collect()
        }
        _ => Vec::new(),
    }
}

/// What code refers to. A function is listed as often as it is referred to.
#[derive(Default)]
struct Uses {
    functions: Vec<FunctionId>,
    globals: BTreeSet<GlobalId>,
    tables: BTreeSet<TableId>,
    memories: BTreeSet<MemoryId>,
    /// Segments of data or elements, or tags.
    segments: bool,
}

impl Uses {
    fn add(&mut self, function: &LocalFunction) {
        dfs_in_order(self, function, function.entry_block());
    }
}

impl Visitor<'_> for Uses {
    fn visit_function_id(&mut self, function: &FunctionId) {
        self.functions.push(*function);
    }

    fn visit_global_id(&mut self, global: &GlobalId) {
        self.globals.insert(*global);
    }

    fn visit_table_id(&mut self, table: &TableId) {
        self.tables.insert(*table);
    }

    fn visit_memory_id(&mut self, memory: &MemoryId) {
        self.memories.insert(*memory);
    }

    fn visit_data_id(&mut self, _: &DataId) {
        self.segments = true;
    }

    fn visit_element_id(&mut self, _: &ElementId) {
        self.segments = true;
    }

    fn visit_tag_id(&mut self, _: &TagId) {
        self.segments = true;
    }
}

/// Exports from the core what the deferred module needs of it. What is exported already keeps its name.
fn share(core: &mut Module, table: TableId, split: &Split) -> Vec<(ExportItem, String)> {
    let memories = split.uses.memories.iter().map(|memory| ExportItem::Memory(*memory));
    let tables = split.uses.tables.iter().chain([&table]).collect::<BTreeSet<_>>().into_iter().map(|table| ExportItem::Table(*table));
    let globals = split.uses.globals.iter().map(|global| ExportItem::Global(*global));
    // What is called often comes first, because low numbers take less room.
    let mut functions: Vec<_> = split.shared.iter().collect();
    functions.sort_by_key(|(_, count)| std::cmp::Reverse(**count));
    let functions = functions.into_iter().map(|(function, _)| ExportItem::Function(*function));
    let taken: BTreeSet<String> = core.exports.iter().map(|export| export.name.clone()).collect();
    // Nothing of a browser has a number as its name, so the check of the script cannot mistake one for the other.
    let mut free = (0..).map(|number: usize| number.to_string()).filter(|name| !taken.contains(name));
    let mut shared = Vec::new();
    for item in memories.chain(tables).chain(globals).chain(functions) {
        let exported = core.exports.iter().find(|export| same(export.item, item)).map(|export| export.name.clone());
        let name = exported.or_else(|| free.next()).unwrap_or_default();
        if !taken.contains(&name) {
            core.exports.add(&name, item);
        }
        shared.push((item, name));
    }
    shared
}

fn same(one: ExportItem, other: ExportItem) -> bool {
    match (one, other) {
        (ExportItem::Function(one), ExportItem::Function(other)) => one == other,
        (ExportItem::Table(one), ExportItem::Table(other)) => one == other,
        (ExportItem::Memory(one), ExportItem::Memory(other)) => one == other,
        (ExportItem::Global(one), ExportItem::Global(other)) => one == other,
        _ => false,
    }
}

/// Replaces the body of each split point with a call through a slot of its own, after all slots that are in use.
fn call_through_table(core: &mut Module, table: TableId, points: &BTreeSet<FunctionId>) -> Result<()> {
    let first = grow(core, table, points.len());
    for (slot, point) in (first..).zip(points) {
        let ty = core.funcs.get(*point).ty();
        let (takes, gives) = (core.types.params(ty).to_vec(), core.types.results(ty).to_vec());
        let slot = i32::try_from(slot).map_err(|_| "the function table is full")?;
        let locals: Vec<_> = takes.iter().map(|value| core.locals.add(*value)).collect();
        let mut through = FunctionBuilder::new(&mut core.types, &takes, &gives);
        let mut body = through.func_body();
        for value in &locals {
            body.local_get(*value);
        }
        body.i32_const(slot).call_indirect(ty, table);
        core.funcs.get_mut(*point).kind = FunctionKind::Local(through.local_func(locals));
    }
    Ok(())
}

/// Adds `by` slots to the function table, and returns the first of them.
fn grow(module: &mut Module, table: TableId, by: usize) -> u64 {
    let by = u64::try_from(by).unwrap_or_default();
    let table = module.tables.get_mut(table);
    let first = table.initial;
    table.initial += by;
    table.maximum = table.maximum.map(|most| most + by);
    first
}

/// Removes from a whole module what stays in the core, imports what is shared, and fills the slots of the split points.
fn keep_only_deferred(deferred: &mut Module, shared: &[(ExportItem, String)], split: &Split) {
    // Only the split points lead into the deferred module.
    deferred.start = None;
    for export in deferred.exports.iter().map(walrus::Export::id).collect::<Vec<_>>() {
        deferred.exports.delete(export);
    }
    for import in deferred.imports.iter().map(walrus::Import::id).collect::<Vec<_>>() {
        deferred.imports.delete(import);
    }
    for segment in deferred.elements.iter().map(walrus::Element::id).collect::<Vec<_>>() {
        deferred.elements.delete(segment);
    }
    for data in deferred.data.iter().map(walrus::Data::id).collect::<Vec<_>>() {
        deferred.data.delete(data);
    }
    deferred.tables.iter_mut().for_each(|table| table.elem_segments.clear());
    deferred.memories.iter_mut().for_each(|memory| memory.data_segments.clear());
    let functions: Vec<FunctionId> = deferred.funcs.iter().map(walrus::Function::id).collect();
    let globals: Vec<GlobalId> = deferred.globals.iter().map(walrus::Global::id).collect();
    let tables: Vec<TableId> = deferred.tables.iter().map(walrus::Table::id).collect();
    let memories: Vec<MemoryId> = deferred.memories.iter().map(walrus::Memory::id).collect();
    for (item, name) in shared {
        match item {
            ExportItem::Function(function) => {
                let function = functions[function.index()];
                let import = deferred.imports.add(CORE, name, function);
                let ty = deferred.funcs.get(function).ty();
                deferred.funcs.get_mut(function).kind = FunctionKind::Import(ImportedFunction { import, ty });
            }
            ExportItem::Global(global) => {
                let global = globals[global.index()];
                deferred.globals.get_mut(global).kind = GlobalKind::Import(deferred.imports.add(CORE, name, global));
            }
            ExportItem::Memory(memory) => {
                let memory = memories[memory.index()];
                deferred.memories.get_mut(memory).import = Some(deferred.imports.add(CORE, name, memory));
            }
            ExportItem::Table(table) => {
                let table = tables[table.index()];
                let import = deferred.imports.add(CORE, name, table);
                let table = deferred.tables.get_mut(table);
                table.import = Some(import);
                table.init = None;
            }
            ExportItem::Tag(_) => {}
        }
    }
    if let Ok(Some(table)) = deferred.tables.main_function_table() {
        let opened = split.points.iter().map(|point| functions[point.index()]).collect();
        // The import has to declare the table as large as the core does.
        let first = grow(deferred, table, split.points.len());
        let slot = i32::try_from(first).unwrap_or_default();
        let kind = ElementKind::Active { table, offset: ConstExpr::Value(Value::I32(slot)) };
        let segment = deferred.elements.add(kind, ElementItems::Functions(opened));
        deferred.tables.get_mut(table).elem_segments.insert(segment);
    }
}

#[cfg(test)]
mod tests {
    use std::process::Command;

    use base64::Engine;
    use base64::engine::general_purpose::STANDARD;
    use walrus::ir::{BinaryOp, LoadKind, MemArg};
    use walrus::{RefType, ValType};

    use super::*;
    use crate::tools::step::output;

    /// The symbol of a function `example::name`.
    fn symbol(name: &str) -> String {
        format!("_RNvCs1234_7example{}{name}", name.len())
    }

    /// A function of one number, named as in a program. What it does with that number is written by `body`.
    fn function(module: &mut Module, name: &str, body: impl FnOnce(&mut walrus::InstrSeqBuilder<'_>)) -> FunctionId {
        let given = module.locals.add(ValType::I32);
        let mut function = FunctionBuilder::new(&mut module.types, &[ValType::I32], &[ValType::I32]);
        function.name(symbol(name));
        body(function.func_body().local_get(given));
        function.finish(vec![given], &mut module.funcs)
    }

    /// `run` and `indirect` are exported. `run` calls `both` and `point`; `point` calls `behind`, which calls `both`, a
    /// function of the browser, and `deeper`, and reads the memory and a global. `deeper` is in the table.
    fn whole() -> Vec<u8> {
        let mut module = Module::with_config(ModuleConfig::new());
        let memory = module.memories.add_local(false, false, 1, None, None);
        let at = walrus::DataKind::Active { memory, offset: ConstExpr::Value(Value::I32(0)) };
        let data = module.data.add(at, vec![40, 0, 0, 0]);
        module.memories.get_mut(memory).data_segments.insert(data);
        let global = module.globals.add_local(ValType::I32, true, false, ConstExpr::Value(Value::I32(1000)));
        let table = module.tables.add_local(false, 1, Some(1), RefType::FUNCREF);
        let ty = module.types.add(&[ValType::I32], &[ValType::I32]);
        let (browser, _) = module.add_import_func("a", "b", ty);
        let deeper = function(&mut module, "deeper", |body| {
            body.i32_const(7).binop(BinaryOp::I32Mul);
        });
        let inside = function(&mut module, "inside", |_| {});
        let both = function(&mut module, "both", |body| {
            body.call(inside).global_get(global).binop(BinaryOp::I32Add).global_set(global).global_get(global);
        });
        let behind = function(&mut module, "behind", |body| {
            body.call(both).call(browser).call(deeper).global_get(global).binop(BinaryOp::I32Add).i32_const(0);
            body.load(memory, LoadKind::I32 { atomic: false }, MemArg { align: 4, offset: 0 }).binop(BinaryOp::I32Add);
        });
        let point = function(&mut module, "point", |body| {
            body.call(behind);
        });
        let run = function(&mut module, "run", |body| {
            body.call(both).call(point);
        });
        let indirect = function(&mut module, "indirect", |body| {
            body.i32_const(0).call_indirect(ty, table);
        });
        let at = ElementKind::Active { table, offset: ConstExpr::Value(Value::I32(0)) };
        let segment = module.elements.add(at, ElementItems::Functions(vec![deeper]));
        module.tables.get_mut(table).elem_segments.insert(segment);
        module.exports.add("0", run);
        module.exports.add("i", indirect);
        module.emit_wasm()
    }

    const POINTS: [&str; 2] = ["example::point", "example::deeper"];

    /// The names of the functions that a module has itself.
    fn own(module: &[u8]) -> Vec<String> {
        let module = read(module).expect("it is a module");
        let mut names: Vec<String> = module.funcs.iter_local().filter_map(|(id, _)| module.funcs.get(id).name.clone()).collect();
        names.sort();
        names
    }

    #[test]
    fn what_only_split_points_lead_to_is_deferred() {
        let modules = split(&whole(), &POINTS).expect("it can be cut");
        // The split points are in both: here what calls them, there what they are.
        assert_eq!(own(&modules.core), ["run", "both", "point", "deeper", "inside", "indirect"].map(symbol));
        assert_eq!(own(&modules.deferred), ["point", "behind", "deeper"].map(symbol));
        let deferred = read(&modules.deferred).expect("it is a module");
        assert!(
            deferred.imports.iter().all(|import| import.module == CORE),
            "the deferred module asks others than the core: {:?}",
            deferred.imports
        );
        // Two of its own, the memory, the table, the global, `both` and the function of the browser; not what those need.
        assert_eq!(read(&modules.core).expect("it is a module").exports.iter().count(), 7);
        assert!(deferred.exports.iter().next().is_none() && deferred.data.iter().next().is_none());
    }

    #[test]
    fn it_computes_the_same_and_too_early_is_a_trap() {
        let whole = whole();
        let modules = split(&whole, &POINTS).expect("it can be cut");
        let script = "const [whole, core, deferred] = process.argv.slice(1).map(text => new WebAssembly.Module(Buffer.from(text, 'base64')));
            const browser = { a: { b: number => number + 3 } };
            const said = [];
            const ask = (instance, name) => { try { said.push(instance.exports[name](2)) } catch (error) { said.push(error.constructor.name) } };
            const one = new WebAssembly.Instance(whole, browser);
            ask(one, '0'); ask(one, 'i');
            const start = new WebAssembly.Instance(core, browser);
            ask(start, 'i');
            new WebAssembly.Instance(deferred, { b: start.exports });
            ask(start, '0'); ask(start, 'i');
            const early = new WebAssembly.Instance(core, browser);
            ask(early, '0');
            console.log(said.join(' '));";
        let modules = [&whole, &modules.core, &modules.deferred].map(|module| STANDARD.encode(module));
        let said = output(Command::new("node").arg("-e").arg(script).args(modules)).expect("node runs it");
        assert_eq!(said.trim(), "16093 14 RuntimeError 16093 14 RuntimeError");
    }

    #[test]
    fn a_split_point_that_is_not_there_once_is_an_error() {
        let said = |points: &[&str]| split(&whole(), points).err().expect("it passes");
        assert!(said(&["example::point", "example::gone"]).contains("no function `example::gone`"));
        assert!(said(&["point"]).contains("no function `point`"), "a part of a path is not the path");
        let mut twice = read(&whole()).expect("it is a module");
        let other = twice.funcs.by_name(&symbol("both")).expect("it is there");
        twice.funcs.get_mut(other).name = Some(symbol("point"));
        assert!(split(&twice.emit_wasm(), &POINTS).is_err_and(|said| said.contains("2 functions `example::point`")));
    }

    #[test]
    fn a_split_point_that_only_the_deferred_module_calls_is_an_error() {
        let said = split(&whole(), &["example::point", "example::behind"]).err().expect("it passes");
        assert!(said.contains("nothing in the core leads to `example::behind`"), "{said}");
    }

    #[test]
    fn only_the_split_points_keep_a_name_and_it_has_no_hash() {
        let named = name_only(&whole(), &POINTS).expect("the split points are there");
        assert_eq!(own(&named), ["example::deeper", "example::point"]);
        // They are found by it as well, and nothing else is needed to cut.
        let modules = split(&named, &POINTS).expect("it can be cut");
        assert_eq!(own(&modules.deferred), ["example::deeper", "example::point"]);
        assert!(name_only(&whole(), &["example::gone"]).is_err_and(|said| said.contains("no function `example::gone`")));
    }
}
