//! What views are made of: elements, what a view is given, memoised views, the words of enums, fields, and the drawing.
//! May not know: any place or part.

pub mod cx;
pub mod drawing;
pub mod fields;
pub mod labels;
pub mod layout;
pub mod markup;
pub mod memo;
