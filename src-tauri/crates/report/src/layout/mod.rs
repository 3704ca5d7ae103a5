//! Pages: the flow down them, tables, marks, header and footer.

mod article;
mod beside;
mod chain;
mod chart;
mod cover;
mod draw;
mod drawing;
mod fitted;
mod flow;
mod ladder;
mod legend;
mod links;
mod margin;
mod mark;
mod panel;
mod sheet;
mod table;

pub(crate) use article::Passage;
pub(crate) use beside::Part;
pub(crate) use chart::{Chart, Curve, Drawn, Key, Reached, Spot, Trend};
pub(crate) use draw::code_box_width;
pub(crate) use drawing::{Beats, Drawing, Scale};
pub(crate) use fitted::fitted;
pub(crate) use flow::Flow;
pub(crate) use ladder::{BEYOND, Rung, TIER};
pub(crate) use links::Links;
pub(crate) use mark::{MARK_ADVANCE, Mark, TIER_ADVANCE};
pub(crate) use panel::{Panel, PanelLine};
pub(crate) use sheet::Sheet;
pub(crate) use table::{Align, Bookmarks, Column, Density, Row, Table, WRITTEN, Width};
