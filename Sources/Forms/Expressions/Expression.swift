/// A parsed expression whose names are not looked up yet.
struct Expression {
  var kind: Kind
  /// Offset of its first byte in the text's UTF-8.
  var offset: Int
  /// How many expressions stand inside one another.
  var depth: Int

  indirect enum Kind {
    case path([Name])
    /// `graduate.scores[course]`.
    case item(of: [Name], at: Name)
    case text(String)
    case number(Int)
    case arithmetic(Arithmetic, Expression, Expression)
    case comparison(Comparison, Expression, Expression)
    case all(Expression, Expression)
    case any(Expression, Expression)
    case not(Expression)
    /// `count(…)`, `sum(…)`, `empty(…)`.
    case call(Name, Expression, where: Expression?)
  }

  /// A name with its place.
  struct Name {
    var text: String
    var offset: Int
  }
}

/// The operations on numbers.
enum Arithmetic: Sendable {
  case add
  case subtract
  case multiply
}

/// The relations between values.
enum Comparison: Sendable {
  case equal
  case unequal
  case less
  case lessOrEqual
  case greater
  case greaterOrEqual
}

/// A filter as it is written: its name and at most one text.
struct FilterCall {
  var name: Expression.Name
  var argument: Expression.Name?
}
