/// Parses expressions by precedence: `or`, `and`, `not`, comparisons, `+ -`, `*`.
struct ExpressionParser {
  /// How many expressions may stand inside one another.
  static let depthLimit = 32

  private let tokens: [Token]
  private var position = 0
  private var depth = 0

  /// What is wrong with an expression.
  typealias Fault = Lexer.Fault

  init(_ bytes: ArraySlice<UInt8>) throws(Fault) {
    tokens = try Lexer.tokens(of: bytes)
  }

  /// Reads an expression that is all of the text.
  mutating func wholeExpression() throws(Fault) -> Expression {
    let result = try expression()
    try expectEnd()
    return result
  }

  /// Reads `expression | filter argument | filter`.
  mutating func value() throws(Fault) -> (Expression, [FilterCall]) {
    let result = try expression()
    var filters: [FilterCall] = []
    while take("|") {
      var name = try self.name("过滤器名称")
      while take("-") {
        name.text += "-\(try self.name("过滤器名称").text)"
      }
      var argument: Expression.Name?
      switch token.kind {
      case .text(let text): argument = Expression.Name(text: text, offset: advance().offset)
      case .number(let number):
        argument = Expression.Name(text: String(number), offset: advance().offset)
      default: break
      }
      filters.append(FilterCall(name: name, argument: argument))
    }
    try expectEnd()
    return (result, filters)
  }

  /// Reads `item in COLLECTION`.
  mutating func loop() throws(Fault) -> (variable: Expression.Name, collection: Expression) {
    let variable = try name("循环变量")
    guard takeWord("in") else {
      throw Fault(message: "应写成“变量 in 集合”，例如 graduate in volume.graduates。", offset: token.offset)
    }
    return (variable, try wholeExpression())
  }

  private var token: Token { tokens[position] }

  @discardableResult private mutating func advance() -> Token {
    let token = tokens[position]
    if position + 1 < tokens.count { position += 1 }
    return token
  }

  private mutating func take(_ sign: String) -> Bool {
    guard token.kind == .sign(sign) else { return false }
    advance()
    return true
  }

  private mutating func takeWord(_ word: String) -> Bool {
    guard token.kind == .name(word) else { return false }
    advance()
    return true
  }

  private mutating func name(_ what: String) throws(Fault) -> Expression.Name {
    guard case .name(let text) = token.kind else {
      throw Fault(message: "这里应是\(what)。", offset: token.offset)
    }
    return Expression.Name(text: text, offset: advance().offset)
  }

  private func expectEnd() throws(Fault) {
    guard token.kind == .end else {
      throw Fault(message: "表达式到这里应已结束，多出了\(ExpressionParser.shown(token))。", offset: token.offset)
    }
  }

  private static func shown(_ token: Token) -> String {
    switch token.kind {
    case .name(let text), .sign(let text): "“\(text)”"
    case .text(let text): "文字“\(text)”"
    case .number(let number): "“\(number)”"
    case .end: "结尾"
    }
  }

  private mutating func nested(
    _ read: (inout ExpressionParser) throws(Fault) -> Expression
  ) throws(Fault) -> Expression {
    depth += 1
    defer { depth -= 1 }
    guard depth <= ExpressionParser.depthLimit else { throw tooDeep(at: token.offset) }
    return try read(&self)
  }

  private func tooDeep(at offset: Int) -> Fault {
    Fault(message: "表达式嵌套超过\(ExpressionParser.depthLimit)层。", offset: offset)
  }

  private func make(
    _ kind: Expression.Kind,
    at offset: Int,
    over inner: Int
  ) throws(Fault) -> Expression {
    guard inner < ExpressionParser.depthLimit else { throw tooDeep(at: offset) }
    return Expression(kind: kind, offset: offset, depth: inner + 1)
  }

  private mutating func expression() throws(Fault) -> Expression {
    try nested { parser throws(Fault) in
      var left = try parser.conjunction()
      while parser.takeWord("or") {
        let right = try parser.conjunction()
        let inner = max(left.depth, right.depth)
        left = try parser.make(.any(left, right), at: left.offset, over: inner)
      }
      return left
    }
  }

  private mutating func conjunction() throws(Fault) -> Expression {
    var left = try negation()
    while takeWord("and") {
      let right = try negation()
      left = try make(.all(left, right), at: left.offset, over: max(left.depth, right.depth))
    }
    return left
  }

  private mutating func negation() throws(Fault) -> Expression {
    let offset = token.offset
    guard takeWord("not") else { return try comparison() }
    return try nested { parser throws(Fault) in
      let inner = try parser.negation()
      return try parser.make(.not(inner), at: offset, over: inner.depth)
    }
  }

  private mutating func comparison() throws(Fault) -> Expression {
    let left = try sum()
    let relations: [(String, Comparison)] = [
      ("==", .equal), ("!=", .unequal), ("<=", .lessOrEqual), (">=", .greaterOrEqual),
      ("<", .less), (">", .greater),
    ]
    for (sign, relation) in relations where take(sign) {
      let right = try sum()
      let inner = max(left.depth, right.depth)
      return try make(.comparison(relation, left, right), at: left.offset, over: inner)
    }
    return left
  }

  private mutating func sum() throws(Fault) -> Expression {
    var left = try product()
    while true {
      let operation: Arithmetic
      if take("+") { operation = .add } else if take("-") { operation = .subtract } else { break }
      let right = try product()
      let inner = max(left.depth, right.depth)
      left = try make(.arithmetic(operation, left, right), at: left.offset, over: inner)
    }
    return left
  }

  private mutating func product() throws(Fault) -> Expression {
    var left = try operand()
    while take("*") {
      let right = try operand()
      let inner = max(left.depth, right.depth)
      left = try make(.arithmetic(.multiply, left, right), at: left.offset, over: inner)
    }
    return left
  }

  private mutating func operand() throws(Fault) -> Expression {
    let offset = token.offset
    switch token.kind {
    case .text(let text):
      advance()
      return Expression(kind: .text(text), offset: offset, depth: 1)
    case .number(let number):
      advance()
      return Expression(kind: .number(number), offset: offset, depth: 1)
    case .sign("("):
      advance()
      let inner = try expression()
      try close(")")
      return inner
    case .name:
      return try named()
    default:
      throw Fault(
        message: "这里应是字段、文字或数字，而不是\(ExpressionParser.shown(token))。",
        offset: offset
      )
    }
  }

  private mutating func named() throws(Fault) -> Expression {
    var names = [try name("名称")]
    if take("(") {
      let argument = try expression()
      let condition = takeWord("where") ? try expression() : nil
      try close(")")
      let inner = max(argument.depth, condition?.depth ?? 0)
      return try make(
        .call(names[0], argument, where: condition),
        at: names[0].offset,
        over: inner
      )
    }
    while take(".") { names.append(try name("字段名称")) }
    if take("[") {
      let index = try name("循环变量")
      try close("]")
      return Expression(kind: .item(of: names, at: index), offset: names[0].offset, depth: 1)
    }
    return Expression(kind: .path(names), offset: names[0].offset, depth: 1)
  }

  private mutating func close(_ sign: String) throws(Fault) {
    guard take(sign) else {
      throw Fault(
        message: "这里应是“\(sign)”，而不是\(ExpressionParser.shown(token))。",
        offset: token.offset
      )
    }
  }
}
