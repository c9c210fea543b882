internal import Diagnostics
internal import Markup
internal import Records

/// Compiling stopped; the finding is in the sink.
struct CompileStop: Error {}

/// What an expression is.
enum TypedProgram {
  case value(ValueProgram, FieldKind)
  case number(NumberProgram)
  case truth(Condition)
}

/// What a value is wanted for.
enum FieldPurpose {
  case shown
  case tested
}

extension TemplateCompiler {
  /// `expression | filters` in a part of a text's UTF-8.
  mutating func value(_ bytes: ArraySlice<UInt8>, of text: MarkupText) -> ValueProgram? {
    attempt(text) { compiler throws in
      var parser = try ExpressionParser(bytes)
      let (expression, calls) = try parser.value()
      var site = ExpressionSite(text: text, purpose: .shown)
      let (program, kind) = try compiler.text(expression, &site)
      var filters: [Filter] = []
      for call in calls {
        if let filter = compiler.filter(call, kind, text) { filters.append(filter) }
      }
      return filters.isEmpty ? program : .filtered(program, filters)
    }
  }

  /// The test of an attribute.
  ///
  /// - Parameters:
  ///   - text: the attribute's value.
  ///   - allowsBareFields: whether a field of the innermost item may stand without the item's name,
  ///     as in `where`.
  /// - Returns: nil where the text is faulty, which is reported.
  mutating func condition(_ text: MarkupText, allowsBareFields: Bool = false) -> Condition? {
    attempt(text) { compiler throws in
      var parser = try ExpressionParser(Array(text.value.utf8)[...])
      let expression = try parser.wholeExpression()
      var site = ExpressionSite(text: text, purpose: .tested)
      site.allowsBareFields = allowsBareFields
      return try compiler.truth(expression, &site)
    }
  }

  /// Runs a compilation whose faults become findings.
  mutating func attempt<Result>(
    _ text: MarkupText,
    _ compile: (inout TemplateCompiler) throws -> Result
  ) -> Result? {
    do {
      return try compile(&self)
    } catch let fault as ExpressionParser.Fault {
      report("T020", fault.message, in: text, at: fault.offset)
    } catch {
      // Reported where it happened.
    }
    return nil
  }

  mutating func stop(
    _ code: String,
    _ message: String,
    _ site: ExpressionSite,
    at offset: Int
  )
    -> CompileStop
  {
    report(code, message, in: site.text, at: offset)
    return CompileStop()
  }

  mutating func text(
    _ expression: Expression,
    _ site: inout ExpressionSite
  ) throws -> (ValueProgram, FieldKind) {
    switch try compile(expression, &site) {
    case .value(let program, let kind): return (program, kind)
    case .number(let program): return (.number(program), .count)
    case .truth: throw stop("T022", "这里应是文字或数字，不能是条件。", site, at: expression.offset)
    }
  }

  mutating func truth(_ expression: Expression, _ site: inout ExpressionSite) throws -> Condition {
    guard case .truth(let condition) = try compile(expression, &site) else {
      let message = "这里应是条件，例如 graduate.sex == '男' 或 not empty(graduate.remark)。"
      throw stop("T022", message, site, at: expression.offset)
    }
    return condition
  }

  mutating func number(
    _ expression: Expression,
    _ site: inout ExpressionSite
  ) throws -> NumberProgram {
    switch try compile(expression, &site) {
    case .number(let program): return program
    case .value(let program, .count): return .field(program)
    default: throw stop("T022", "这里应是数字（人数一类的字段、count、sum 或整数）。", site, at: expression.offset)
    }
  }

  private mutating func compile(
    _ expression: Expression,
    _ site: inout ExpressionSite
  ) throws -> TypedProgram {
    switch expression.kind {
    case .text(let text): return .value(.literal(text), .text)
    case .number(let number): return .number(.literal(number))
    case .path(let names): return try path(names, &site)
    case .item(let names, let index): return try item(names, at: index, &site)
    case .arithmetic(let operation, let left, let right):
      let programs = (try number(left, &site), try number(right, &site))
      return .number(.arithmetic(operation, programs.0, programs.1))
    case .comparison(let relation, let left, let right):
      return try tested(&site) { compiler, site in
        let programs = (try compiler.text(left, &site).0, try compiler.text(right, &site).0)
        return .truth(.comparison(relation, programs.0, programs.1))
      }
    case .all(let left, let right):
      return .truth(.all(try truth(left, &site), try truth(right, &site)))
    case .any(let left, let right):
      return .truth(.any(try truth(left, &site), try truth(right, &site)))
    case .not(let inner): return .truth(.not(try truth(inner, &site)))
    case .call(let name, let argument, let condition):
      return try call(name, argument, condition, &site)
    }
  }

  private mutating func tested(
    _ site: inout ExpressionSite,
    _ compile: (inout TemplateCompiler, inout ExpressionSite) throws -> TypedProgram
  ) throws -> TypedProgram {
    let purpose = site.purpose
    site.purpose = .tested
    defer { site.purpose = purpose }
    return try compile(&self, &site)
  }

  private mutating func call(
    _ name: Expression.Name,
    _ argument: Expression,
    _ condition: Expression?,
    _ site: inout ExpressionSite
  ) throws -> TypedProgram {
    switch name.text {
    case "count":
      let (loop, _) = try filteredLoop(argument, condition, &site) { _, _, _ in }
      return .number(.count(loop))
    case "sum":
      guard case .path(let names) = argument.kind, names.count == 3 else {
        let message = "sum 应写成 sum(实体.集合.字段)，例如 sum(review.majors.graduateCount)。"
        throw stop("T020", message, site, at: argument.offset)
      }
      let collection = Expression(
        kind: .path(Array(names.prefix(2))),
        offset: argument.offset,
        depth: 1
      )
      var field: NumberProgram?
      let (loop, _) = try filteredLoop(collection, condition, &site) { compiler, type, site in
        let (program, kind) = try compiler.field(names[2], of: type, .item(0), &site)
        guard kind == .count else {
          throw compiler.stop("T022", "“\(names[2].text)”不是数字，不能求和。", site, at: names[2].offset)
        }
        field = .field(program)
      }
      return .number(.sum(loop, field ?? .literal(0)))
    case "empty":
      if let condition {
        throw stop("T020", "empty 不能带 where。", site, at: condition.offset)
      }
      return try tested(&site) { compiler, site in
        if let (loop, _) = try? compiler.loop(argument, site, reports: false) {
          return .truth(.isEmptyLoop(loop))
        }
        return .truth(.isEmpty(try compiler.text(argument, &site).0))
      }
    default:
      let hint = NearestName.hint(for: name.text, among: ["count", "sum", "empty"])
      throw stop("T023", "没有函数“\(name.text)”。\(hint)", site, at: name.offset)
    }
  }

  /// A collection with an optional condition on its items, which go by the name of their type.
  private mutating func filteredLoop(
    _ argument: Expression,
    _ condition: Expression?,
    _ site: inout ExpressionSite,
    inside: (inout TemplateCompiler, EntityType, inout ExpressionSite) throws -> Void
  ) throws -> (LoopProgram, EntityType) {
    var (loop, type) = try self.loop(argument, site)
    scope.enter(type.name, type)
    defer { scope.leave() }
    try inside(&self, type, &site)
    if let condition {
      var inner = site
      inner.purpose = .tested
      inner.allowsBareFields = true
      loop.condition = try truth(condition, &inner)
    }
    return (loop, type)
  }
}

/// Where an expression stands and what it is for.
struct ExpressionSite {
  var text: MarkupText
  var purpose: FieldPurpose
  var allowsBareFields = false
}
