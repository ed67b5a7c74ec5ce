//! The elements of a page as a browser's parser sees them, with their attributes and, for scripts, their text.
//!
//! May not know: what a page may hold.

use std::borrow::Cow;
use std::cell::{Ref, RefCell};

use html5ever::tendril::{StrTendril, TendrilSink};
use html5ever::tree_builder::{ElementFlags, NodeOrText, QuirksMode, TreeBuilderOpts, TreeSink};
use html5ever::{Attribute, ParseOpts, QualName, parse_document};

/// An element.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Element {
    /// Its name, in small letters where HTML reads it so.
    pub name: String,
    /// Its attributes, in order: `xlink:href` has its prefix.
    pub attributes: Vec<(String, String)>,
    /// The text that lies directly in it.
    pub text: String,
}

impl Element {
    /// The value of an attribute; empty when it is not there.
    pub fn attribute(&self, name: &str) -> &str {
        self.attributes.iter().find(|(found, _)| found == name).map_or("", |(_, value)| value)
    }
}

/// The elements of a page, in order. What lies in `noscript` is among them, whether or not a browser would read it.
pub fn elements(html: &str) -> Vec<Element> {
    let read = |scripting_enabled: bool| {
        let tree_builder = TreeBuilderOpts { scripting_enabled, ..TreeBuilderOpts::default() };
        parse_document(Sink::default(), ParseOpts { tree_builder, ..ParseOpts::default() }).one(html)
    };
    let mut elements = read(true);
    let more: Vec<_> = read(false).into_iter().filter(|element| !elements.contains(element)).collect();
    elements.extend(more);
    elements
}

/// Notes every element that the parser makes. Nothing is put in its place: what an element asks for, it asks for anywhere.
#[derive(Default)]
struct Sink {
    nodes: RefCell<Vec<Node>>,
}

/// A node by its place in the list. What is no element has no name.
type Handle = usize;

struct Node {
    name: Option<QualName>,
    element: Element,
}

impl Sink {
    fn add(&self, name: Option<QualName>, attributes: Vec<Attribute>) -> Handle {
        let name_of = |name: &QualName| match &name.prefix {
            Some(prefix) => format!("{prefix}:{}", name.local),
            None => name.local.to_string(),
        };
        let element = Element {
            name: name.as_ref().map(name_of).unwrap_or_default(),
            attributes: attributes.into_iter().map(|attribute| (name_of(&attribute.name), attribute.value.to_string())).collect(),
            text: String::new(),
        };
        self.nodes.borrow_mut().push(Node { name, element });
        // The document has no place in the list.
        self.nodes.borrow().len()
    }

    fn put(&self, parent: Handle, child: NodeOrText<Handle>) {
        if let (NodeOrText::AppendText(text), Some(parent)) = (child, parent.checked_sub(1)) {
            self.nodes.borrow_mut()[parent].element.text.push_str(&text);
        }
    }
}

impl TreeSink for Sink {
    type Handle = Handle;
    type Output = Vec<Element>;
    type ElemName<'a> = Ref<'a, QualName>;

    fn finish(self) -> Vec<Element> {
        self.nodes.into_inner().into_iter().filter(|node| node.name.is_some()).map(|node| node.element).collect()
    }

    fn get_document(&self) -> Handle {
        0
    }

    fn elem_name<'a>(&'a self, target: &'a Handle) -> Ref<'a, QualName> {
        Ref::map(self.nodes.borrow(), |nodes| nodes[*target - 1].name.as_ref().expect("the parser asks for names of elements"))
    }

    fn create_element(&self, name: QualName, attributes: Vec<Attribute>, _: ElementFlags) -> Handle {
        self.add(Some(name), attributes)
    }

    fn create_comment(&self, _: StrTendril) -> Handle {
        self.add(None, Vec::new())
    }

    fn create_pi(&self, _: StrTendril, _: StrTendril) -> Handle {
        self.add(None, Vec::new())
    }

    fn append(&self, parent: &Handle, child: NodeOrText<Handle>) {
        self.put(*parent, child);
    }

    fn append_based_on_parent_node(&self, element: &Handle, _: &Handle, child: NodeOrText<Handle>) {
        self.put(*element, child);
    }

    fn append_before_sibling(&self, _: &Handle, _: NodeOrText<Handle>) {}

    fn add_attrs_if_missing(&self, target: &Handle, attributes: Vec<Attribute>) {
        let added = self.add(None, attributes);
        let mut nodes = self.nodes.borrow_mut();
        let attributes = std::mem::take(&mut nodes[added - 1].element.attributes);
        let element = &mut nodes[*target - 1].element;
        let new: Vec<_> = attributes.into_iter().filter(|(name, _)| element.attributes.iter().all(|(known, _)| known != name)).collect();
        element.attributes.extend(new);
    }

    // A template's content is made of elements too.
    fn get_template_contents(&self, target: &Handle) -> Handle {
        *target
    }

    fn same_node(&self, one: &Handle, other: &Handle) -> bool {
        one == other
    }

    fn parse_error(&self, _: Cow<'static, str>) {}
    fn append_doctype_to_document(&self, _: StrTendril, _: StrTendril, _: StrTendril) {}
    fn set_quirks_mode(&self, _: QuirksMode) {}
    fn remove_from_parent(&self, _: &Handle) {}
    fn reparent_children(&self, _: &Handle, _: &Handle) {}
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(html: &str) -> Vec<String> {
        let implied = ["html", "head", "body"];
        elements(html).into_iter().map(|element| element.name).filter(|name| !implied.contains(&name.as_str())).collect()
    }

    #[test]
    fn elements_are_those_that_a_browser_makes() {
        assert_eq!(names("<p>1 < 2<IMG\nsrc = 'a'>"), ["p", "img"]);
        assert_eq!(names("<!-- <img> --><p title=\"<img>\"><script>'<img>'</script><style>/*<base>*/</style>"), ["p", "script", "style"]);
        assert_eq!(names("<textarea><img></textarea><title><img></title>"), ["textarea", "title"]);
        // In a drawing, a style is no text to the parser: what stands in it is read, and leaves the drawing.
        assert_eq!(names("<svg><style><img src=a></style></svg>"), ["svg", "style", "img"]);
        // Read as text, and as markup.
        assert_eq!(names("<noscript><img></noscript>"), ["noscript", "noscript", "img"]);
        assert_eq!(names("<template><img></template><table><img>"), ["template", "img", "table", "img"]);
        assert_eq!(names("<script><!--<script></script><img>--></script>"), ["script"]);
    }

    #[test]
    fn attributes_and_texts_are_read_as_a_browser_reads_them() {
        let all =
            elements("<p><a HREF=' jav&#97;script:a' x=1 x=2>b</a><svg><use xlink:href='#c'/></svg><script>a < b && '&amp;'</script>");
        let found = |name: &str| all.iter().find(|element| element.name == name).expect("it is there");
        assert_eq!((found("a").attribute("href"), found("a").attribute("x")), (" javascript:a", "1"));
        assert_eq!(found("use").attribute("xlink:href"), "#c");
        assert_eq!(found("script").text, "a < b && '&amp;'");
        assert_eq!(elements("<html a=1><html b=2>")[0].attributes.len(), 2);
    }
}
