//! What is asked of a database: little enough for one SQL text to serve two.
//!
//! Tables hold whole numbers (`BIGINT`) and `TEXT` only; parameters are written `$1`, `$2`.

use std::fmt::Debug;

use crate::store::error::StoreError;

/// A value in a row, or for a parameter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Value {
    /// Nothing.
    Null,
    /// A whole number.
    Int(i64),
    /// A text.
    Text(String),
}

/// A row of an answer.
#[derive(Debug, Clone)]
pub(super) struct Row(pub(super) Vec<Value>);

/// A connection.
pub(super) trait Database: Debug {
    /// Runs one statement; says how many rows it changed.
    fn run(&mut self, sql: &str, values: &[Value]) -> Result<u64, StoreError>;
    /// The rows that a query finds.
    fn rows(&mut self, sql: &str, values: &[Value]) -> Result<Vec<Row>, StoreError>;
    /// Runs several statements without parameters.
    fn script(&mut self, sql: &str) -> Result<(), StoreError>;
    /// Begins a transaction that will write.
    fn begin(&mut self) -> Result<(), StoreError>;
    /// Lets nobody else change tables until the transaction ends.
    fn lock_tables(&mut self) -> Result<(), StoreError>;
    /// Lets nobody else write what this names until the transaction ends: two that put the same
    /// session take turns.
    fn lock(&mut self, name: &str) -> Result<(), StoreError>;
    /// Ends it.
    fn commit(&mut self) -> Result<(), StoreError>;
    /// Leaves nothing of what was removed in files of changes beside the database.
    fn settle(&mut self) -> Result<(), StoreError>;
    /// Ends it as if nothing had happened.
    fn undo(&mut self) -> Result<(), StoreError>;
}

impl Row {
    /// The number in a column; 0 where there is none.
    pub(super) fn int(&self, column: usize) -> i64 {
        self.maybe_int(column).unwrap_or(0)
    }

    /// The number in a column.
    pub(super) fn maybe_int(&self, column: usize) -> Option<i64> {
        match self.0.get(column) {
            Some(Value::Int(number)) => Some(*number),
            _ => None,
        }
    }

    /// The number in a column as a count; 0 where it is none.
    pub(super) fn count(&self, column: usize) -> u32 {
        u32::try_from(self.int(column)).unwrap_or(0)
    }

    /// The number in a column as a level.
    pub(super) fn level(&self, column: usize) -> Option<u8> {
        self.maybe_int(column).and_then(|it| u8::try_from(it).ok())
    }

    /// The text in a column; empty where there is none.
    pub(super) fn text(&self, column: usize) -> String {
        match self.0.get(column) {
            Some(Value::Text(text)) => text.clone(),
            _ => String::new(),
        }
    }
}

impl From<i64> for Value {
    fn from(number: i64) -> Self {
        Self::Int(number)
    }
}

impl From<usize> for Value {
    fn from(number: usize) -> Self {
        Self::Int(i64::try_from(number).unwrap_or(i64::MAX))
    }
}

impl From<u32> for Value {
    fn from(number: u32) -> Self {
        Self::Int(i64::from(number))
    }
}

impl From<u8> for Value {
    fn from(number: u8) -> Self {
        Self::Int(i64::from(number))
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        // a zero byte ends a text in PostgreSQL, and says nothing to people
        Self::Text(text.replace('\0', "\u{fffd}"))
    }
}

impl From<&String> for Value {
    fn from(text: &String) -> Self {
        text.as_str().into()
    }
}

impl<T: Into<Self>> From<Option<T>> for Value {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Null, Into::into)
    }
}
