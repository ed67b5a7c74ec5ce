//! Which names a script uses, read by a parser: so it is the language's own rules that say what is a name, a text, a
//! division or a regular expression, and an escape in a name hides nothing.
//!
//! May not know: which names are allowed.

use std::collections::BTreeSet;
use std::ops::Range;

use oxc_allocator::Allocator;
use oxc_ast::ast::{
    BinaryExpression, BindingIdentifier, CallExpression, ComputedMemberExpression, Expression, IdentifierName, IdentifierReference,
    ImportExpression, MemberExpression, NewExpression, ObjectExpression, ObjectPropertyKind, PrivateIdentifier, PropertyKey, StringLiteral,
    TaggedTemplateExpression, TemplateElement,
};
use oxc_ast_visit::{Visit, walk};
use oxc_parser::Parser;
use oxc_span::{GetSpan, SourceType};

use crate::tools::step::Result;

/// A script, as far as the names in it go.
#[derive(Default)]
pub struct Script {
    names: Vec<Name>,
    /// What the script declares itself.
    declared: BTreeSet<String>,
    /// Everything that could name something, texts included.
    words: Vec<String>,
    called: BTreeSet<String>,
    objects: Vec<(String, Vec<Member>)>,
}

/// A member of an object: its key, and where its value stands in the script.
pub type Member = (String, Range<u32>);

/// A name that is used.
struct Name {
    text: String,
    at: u32,
    /// It is asked of something, as in `a.name` and `a["name"]`.
    asked: bool,
}

/// What the script's own language gives, and no browser: no function is behind it.
const LANGUAGE: [&str; 3] = ["__proto__", "arguments", "undefined"];

impl Script {
    /// Reads a script.
    ///
    /// # Errors
    /// A browser would not run it either.
    pub fn read(source: &str) -> Result<Self> {
        let allocator = Allocator::default();
        let parsed = Parser::new(&allocator, source, SourceType::script()).parse();
        if let Some(error) = parsed.diagnostics.iter().next() {
            return Err(format!("the script cannot be read: {error}"));
        }
        if parsed.module_record.has_module_syntax {
            return Err("the script imports or exports, which only a module can".to_owned());
        }
        let mut script = Self::default();
        script.visit_program(&parsed.program);
        Ok(script)
    }

    /// The names that are used in a part of the script. What the minifier has named itself is left out: names that the
    /// script declares, and members of one letter or of those in `own`.
    pub fn names(&self, part: impl Fn(u32) -> bool, own: &BTreeSet<String>) -> BTreeSet<String> {
        let counts = |name: &&Name| {
            let letters = name.text.chars().count();
            let by_itself = !name.asked && !LANGUAGE.contains(&name.text.as_str());
            let counted = if name.asked { letters > 1 } else { by_itself && (letters > 2 || !self.declared.contains(&name.text)) };
            counted && !own.contains(&name.text) && part(name.at)
        };
        self.names.iter().filter(counts).map(|name| name.text.clone()).collect()
    }

    /// Every word of the script that could name something: names, and what stands in texts and templates.
    pub fn words(&self) -> impl Iterator<Item = &str> {
        self.words.iter().flat_map(|text| text.split(|letter: char| !letter.is_alphanumeric() && letter != '_' && letter != '$'))
    }

    /// Whether something of this name is called, be it a function by itself or of an object.
    pub fn calls(&self, name: &str) -> bool {
        self.called.contains(name)
    }

    /// The members of the first object that is the value of `name`: `a:{b:…,c:…}` has two.
    pub fn members(&self, name: &str) -> Option<&[Member]> {
        self.objects.iter().find(|(key, _)| key == name).map(|(_, members)| members.as_slice())
    }

    fn name(&mut self, name: &str, at: u32, asked: bool) {
        self.names.push(Name { text: name.to_owned(), at, asked });
        self.words.push(name.to_owned());
    }

    fn call(&mut self, called: &Expression<'_>) {
        let member = match called.get_inner_expression() {
            Expression::Identifier(name) => {
                self.called.insert(name.name.to_string());
                None
            }
            Expression::SequenceExpression(all) => return all.expressions.last().into_iter().for_each(|last| self.call(last)),
            Expression::ChainExpression(chain) => chain.expression.as_member_expression(),
            other => other.as_member_expression(),
        };
        let name = member.and_then(MemberExpression::static_property_name).map(std::string::ToString::to_string);
        self.called.extend(name);
    }
}

/// A text that is written out, in quotes or as a template without gaps.
fn text(expression: &Expression<'_>) -> Option<String> {
    match expression.get_inner_expression() {
        Expression::StringLiteral(text) => Some(text.value.to_string()),
        Expression::TemplateLiteral(text) => text.single_quasi().map(|text| text.to_string()),
        _ => None,
    }
}

impl<'a> Visit<'a> for Script {
    fn visit_identifier_reference(&mut self, it: &IdentifierReference<'a>) {
        self.name(&it.name, it.span.start, false);
    }

    fn visit_binding_identifier(&mut self, it: &BindingIdentifier<'a>) {
        self.declared.insert(it.name.to_string());
        self.name(&it.name, it.span.start, false);
    }

    // What follows a dot, and a key of an object or a pattern.
    fn visit_identifier_name(&mut self, it: &IdentifierName<'a>) {
        self.name(&it.name, it.span.start, true);
    }

    fn visit_private_identifier(&mut self, it: &PrivateIdentifier<'a>) {
        self.name(&it.name, it.span.start, true);
    }

    fn visit_property_key(&mut self, it: &PropertyKey<'a>) {
        match it {
            // A key of one or two letters is one that a tool has made short; `__proto__` keeps out what objects have by themselves.
            PropertyKey::StaticIdentifier(key) if key.name.chars().count() > 2 && key.name != "__proto__" => {
                self.name(&key.name, key.span.start, true);
            }
            PropertyKey::StaticIdentifier(key) => self.words.push(key.name.to_string()),
            _ => walk::walk_property_key(self, it),
        }
        if let PropertyKey::StringLiteral(key) = it {
            self.name(&key.value, key.span.start, true);
        }
    }

    fn visit_computed_member_expression(&mut self, it: &ComputedMemberExpression<'a>) {
        if let Some(name) = text(&it.expression) {
            self.name(&name, it.expression.span().start, true);
        }
        walk::walk_computed_member_expression(self, it);
    }

    fn visit_binary_expression(&mut self, it: &BinaryExpression<'a>) {
        if let (true, Some(name)) = (it.operator.is_in(), text(&it.left)) {
            self.name(&name, it.span.start, true);
        }
        walk::walk_binary_expression(self, it);
    }

    fn visit_call_expression(&mut self, it: &CallExpression<'a>) {
        self.call(&it.callee);
        walk::walk_call_expression(self, it);
    }

    fn visit_new_expression(&mut self, it: &NewExpression<'a>) {
        self.call(&it.callee);
        walk::walk_new_expression(self, it);
    }

    fn visit_tagged_template_expression(&mut self, it: &TaggedTemplateExpression<'a>) {
        self.call(&it.tag);
        walk::walk_tagged_template_expression(self, it);
    }

    fn visit_import_expression(&mut self, it: &ImportExpression<'a>) {
        self.name("import", it.span.start, true);
        walk::walk_import_expression(self, it);
    }

    fn visit_string_literal(&mut self, it: &StringLiteral<'a>) {
        self.words.push(it.value.to_string());
    }

    fn visit_template_element(&mut self, it: &TemplateElement<'a>) {
        self.words.extend(it.value.cooked.map(|text| text.to_string()));
        self.words.push(it.value.raw.to_string());
    }

    fn visit_object_expression(&mut self, it: &ObjectExpression<'a>) {
        for property in &it.properties {
            let ObjectPropertyKind::ObjectProperty(property) = property else { continue };
            let (Some(key), Expression::ObjectExpression(value)) = (property.key.static_name(), property.value.get_inner_expression())
            else {
                continue;
            };
            let members = value.properties.iter().filter_map(|member| match member {
                ObjectPropertyKind::ObjectProperty(member) => {
                    let span = member.value.span();
                    Some((member.key.static_name()?.to_string(), span.start..span.end))
                }
                ObjectPropertyKind::SpreadProperty(_) => None,
            });
            self.objects.push((key.to_string(), members.collect()));
        }
        walk::walk_object_expression(self, it);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(script: &str) -> Vec<String> {
        let script = Script::read(script).unwrap_or_else(|error| panic!("{script}: {error}"));
        script.names(|_| true, &["kb".to_owned()].into()).into_iter().collect()
    }

    #[test]
    fn names_are_found_wherever_they_are_used() {
        assert_eq!(named("let i,n,e,r,t;t.addEventListener(i(n,e),r)"), ["addEventListener"]);
        assert_eq!(named("(function(t){return t instanceof Window})"), ["Window"]);
        assert_eq!(named("let c,t,n;c.kb.buffer,t.go(n),t.id,t.a"), ["buffer", "go", "id"]);
        assert_eq!(named("let a;self[\"fetch\"](a),\"encodeInto\"in a"), ["encodeInto", "fetch", "self"]);
        assert_eq!(named("let t,n,u;`a ${t.stack} b ${`${n.key}`} c`+u.delete"), ["delete", "key", "stack"]);
        assert_eq!(named("/* fetch */ 1 // fetch\n+\"fetch\"+'it\\'s fetch'"), Vec::<String>::new());
        assert_eq!(named("let{detail:e,own}=t,t"), ["detail", "own"]);
    }

    /// What a slash means, where a template ends and what an escape stands for is for the language to say.
    #[test]
    fn nothing_hides_behind_what_is_hard_to_read() {
        // A division where a guess sees a regular expression, and the other way round.
        assert_eq!(named("let a,b,c;a/b/c.open(),c.replace(/fetch\\/}/g,'')+c.close"), ["close", "open", "replace"]);
        assert_eq!(named("let a,b;if(a)/1/.test(b.sendBeacon)"), ["sendBeacon", "test"]);
        assert_eq!(named("let a,b;a++/b.fetch/1"), ["fetch"]);
        assert_eq!(named("let a;a=>{}\n/a.open/g"), Vec::<String>::new(), "a regular expression");
        assert_eq!(named("let a,x,y;(a)/x.cookie/y"), ["cookie"]);
        // Templates in templates, with braces and slashes in them.
        assert_eq!(named("let a;`${{a:`}${a.fetch}`}}/`,a.go"), ["fetch", "go"]);
        assert_eq!(named("let a;a[`fetch`]"), ["fetch"]);
        // Optional chaining, escapes in names and in texts, and members that are private.
        assert_eq!(named("let a,b;a?.open?.(b?.[\"write\"])"), ["open", "write"]);
        assert_eq!(named("self.f\\u0065tch,self[\"\\x6fpen\"]"), ["fetch", "open", "self"]);
        assert_eq!(named("class A{#eval;a(){return this.#eval}}"), ["eval"]);
        // A short name that nothing declares is somebody else's.
        assert_eq!(named("let a;a(go),$"), ["$", "go"]);
        for broken in ["let a = ;", "a b", "`${a", "import a from 'b'", "import.meta"] {
            assert!(Script::read(broken).is_err(), "{broken} passes");
        }
    }

    #[test]
    fn calls_are_found_however_they_are_written() {
        for call in [
            "a.open(1)",
            "open(1)",
            "a?.open(1)",
            "a.open?.(1)",
            "a[\"open\"](1)",
            "(a.open)(1)",
            "(0,a.open)(1)",
            "new a.open",
            "a.open`1`",
            "a[`open`]()",
        ] {
            assert!(Script::read(call).expect("it is a script").calls("open"), "{call}");
        }
        assert!(!Script::read("a.open;a.b(\"open\")").expect("it is a script").calls("open"));
    }

    #[test]
    fn every_word_is_heard() {
        let words = |script: &str| Script::read(script).expect("it is a script").words().map(str::to_owned).collect::<Vec<_>>();
        for script in [
            "a('x eval y')",
            "`a ${1} eval`",
            "a.eval",
            "eval",
            "({eval:1})",
            "({'eval':1})",
            "a`\\x65val`",
            "'use eval'",
            "import(a).eval",
        ] {
            assert!(words(script).contains(&"eval".to_owned()), "{script}: {:?}", words(script));
        }
        assert!(words("import(a)").contains(&"import".to_owned()));
        assert!(!words("1// eval\n+/eval/.a").contains(&"eval".to_owned()), "a comment does nothing, and nor does a pattern");
    }

    #[test]
    fn members_of_an_object_are_told_apart() {
        let source = "a={__proto__:null,a:{__proto__:null,T:function(t){return!t},\"k\":function(t,n){return[t,{b:n}]},z:1}}";
        let script = Script::read(source).expect("it is a script");
        let members = script.members("a").expect("there is one");
        assert_eq!(members.iter().map(|(name, _)| name.as_str()).collect::<Vec<_>>(), ["__proto__", "T", "k", "z"]);
        let value = members[3].1.clone();
        assert_eq!(&source[value.start as usize..value.end as usize], "1");
        assert!(script.members("b").is_none());
    }
}
