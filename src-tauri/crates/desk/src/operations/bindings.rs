//! The TypeScript client, made from the same list.

use std::any::TypeId;
use std::collections::{BTreeMap, BTreeSet};

use ts_rs::{Config, TS, TypeVisitor};

#[allow(clippy::wildcard_imports, reason = "the list names the types of this module")]
use super::*;
use crate::problem;

/// One operation as the client declares it.
struct Operation {
    name: &'static str,
    docs: Vec<&'static str>,
    request: String,
    reply: String,
}

macro_rules! declare {
    ($types:ident, $name:ident, [$($doc:tt = $words:literal),*], $request:ident, $reply:ident) => {{
        $types.visit::<$request>();
        $types.visit::<$reply>();
        Operation {
            name: stringify!($name),
            docs: vec![$($words),*],
            request: $request::name(&$types.config),
            reply: $reply::name(&$types.config),
        }
    }};
}

macro_rules! operations {
    (beside { $($(#[$($noted:tt)*])* $beside:ident: $asked:ident => $answer:ident;)* }
     $($(#[$($doc:tt)*])* $name:ident: $request:ident => $reply:ident;)*) => {
        fn declared(types: &mut Types) -> Vec<Operation> {
            let mut all = Vec::new();
            $(all.push(declare!(types, $beside, [$($($noted)*),*], $asked, $answer));)*
            $(all.push(declare!(types, $name, [$($($doc)*),*], $request, $reply));)*
            all
        }
    };
}
include!("list.rs");

/// The whole client: every type that crosses the boundary, every operation, every code.
pub fn typescript() -> String {
    let mut types = Types {
        config: Config::new().with_large_int("number"),
        seen: BTreeSet::new(),
        declared: BTreeMap::new(),
    };
    types.visit::<Problem>();
    let operations = declared(&mut types);
    let mut client = String::from(
        "// Made by `cargo xtask bindings` from the operations the desk declares. Do not edit.\n\
         import { call } from \"./transport\";\n\n",
    );
    for declaration in types.declared.values() {
        client.push_str(&format!("export {declaration}\n"));
    }
    client.push_str("\nexport const operations = {\n");
    for Operation { name, docs, request, reply } in operations {
        let docs = docs.join("\n   *");
        client.push_str(&format!("  /**{docs} */\n"));
        client.push_str(&format!(
            "  {name}: (request: {request}) => call<{reply}>(\"{name}\", request),\n"
        ));
    }
    client.push_str("};\n\nexport const codes = [\n");
    for code in problem::codes() {
        client.push_str(&format!("  \"{code}\",\n"));
    }
    client.push_str("] as const;\n\nexport type Code = (typeof codes)[number];\n");
    client
}

/// Collects the declarations of types and of all that they are made of.
struct Types {
    config: Config,
    seen: BTreeSet<TypeId>,
    declared: BTreeMap<String, String>,
}

impl TypeVisitor for Types {
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        if !self.seen.insert(TypeId::of::<T>()) {
            return;
        }
        // Only types that are exported have a declaration of their own.
        if T::output_path().is_some() {
            self.declared.insert(T::ident(&self.config), T::decl(&self.config));
        }
        T::visit_dependencies(self);
        T::visit_generics(self);
    }
}
