internal import Diagnostics

/// The numbers of certificates: their form, who may have one, gaps, and the same number twice.
///
/// No rule of Guangxi's was found, so `packet.xml` says how numbers are made up.
enum CertificateRules {
  static func check(_ school: School, _ run: inout RuleRun) {
    var numbered: [Int] = []
    for index in school.graduates.indices
    where !school.graduates[index][GraduateField.certificate].isEmpty {
      numbered.append(index)
    }
    // Before the approval nobody has a number.
    guard !numbered.isEmpty else { return }
    checkForm(numbered, school, &run)
    checkHolders(numbered, school, &run)
    checkGaps(numbered, school, &run)
  }

  private static func checkForm(_ numbered: [Int], _ school: School, _ run: inout RuleRun) {
    let faulty: [Int]
    let rule: String
    // Made for those that are reported: a wrong pattern finds fault with every number.
    let message: (Int) -> String
    if let pattern = run.policy.certificatePattern {
      let year = run.policy.year
      let example = pattern.example(year: year)
      rule = "\(pattern.text)，如“\(example)”"
      faulty = numbered.filter { index in
        pattern.fault(in: school.graduates[index][GraduateField.certificate], year: year) != nil
      }
      message = { [rule] index in
        let number = school.graduates[index][GraduateField.certificate]
        guard let fault = pattern.fault(in: number, year: year) else { return "" }
        return CertificateRules.message(of: fault, number, pattern, year: year)
          + "编号规则是\(rule)。请核对。"
      }
    } else {
      let length = mostCommonLength(numbered, school)
      rule = "位数一致"
      faulty = numbered.filter { index in
        school.graduates[index][GraduateField.certificate].unicodeScalars.count != length
      }
      message = { index in
        let count = school.graduates[index][GraduateField.certificate].unicodeScalars.count
        return "毕业证书编号有\(count)位，本校其他编号是\(length)位。请核对。"
      }
    }
    // Where most numbers are otherwise, it is the rule that is wrong.
    if faulty.count > 3, faulty.count * 2 > numbered.count {
      let first = faulty[0]
      run.report(
        .certificateForm,
        "本校\(faulty.count)个毕业证书编号不合编号规则（\(rule)）。如果规则本来不同，请在 packet.xml 的 "
          + "certificate-pattern 中改正；否则请核对编号。",
        at: school.graduates[first],
        first,
        in: school,
        fields: [GraduateField.certificate]
      )
      return
    }
    for index in faulty {
      run.report(
        .certificateForm,
        message(index),
        at: school.graduates[index],
        index,
        in: school,
        fields: [GraduateField.certificate]
      )
    }
  }

  private static func message(
    of fault: CertificatePattern.Fault,
    _ number: String,
    _ pattern: CertificatePattern,
    year: Int
  ) -> String {
    switch fault {
    case .length: "毕业证书编号有\(number.unicodeScalars.count)位，应为\(pattern.length)位。"
    case .year: "毕业证书编号中的年份不是\(year)。"
    case .character(let position): "毕业证书编号第\(position)位不合编号规则。"
    }
  }

  private static func mostCommonLength(_ numbered: [Int], _ school: School) -> Int {
    var counts: [Int: Int] = [:]
    for index in numbered {
      counts[school.graduates[index][GraduateField.certificate].unicodeScalars.count, default: 0] +=
        1
    }
    return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? 0
  }

  private static func checkHolders(_ numbered: [Int], _ school: School, _ run: inout RuleRun) {
    for index in numbered {
      let graduate = school.graduates[index]
      guard graduate[GraduateField.conclusion].hasSameBytes(as: Conclusion.notGraduated.title)
      else {
        continue
      }
      run.report(
        .certificateNotDue,
        "未毕业的学生不应有毕业证书编号，请核对毕（结）业结论或删去编号。",
        at: graduate,
        index,
        in: school,
        fields: [GraduateField.certificate, .conclusion]
      )
    }
    let waiting = school.graduates.indices.filter { index in
      school.graduates[index][GraduateField.certificate].isEmpty
        && school.graduates[index][GraduateField.conclusion]
          .hasSameBytes(as: Conclusion.graduated.title)
    }
    guard let first = waiting.first else { return }
    run.report(
      .certificateMissing,
      "其他毕业生已有毕业证书编号，有\(waiting.count)名毕业生没有，请核对是否漏填。",
      at: school.graduates[first],
      first,
      in: school,
      fields: [GraduateField.certificate]
    )
  }

  private static func checkGaps(_ numbered: [Int], _ school: School, _ run: inout RuleRun) {
    // 结业 may have numbers of their own.
    for conclusion in [Conclusion.graduated, .completed] {
      let indices = numbered.filter {
        school.graduates[$0][GraduateField.conclusion].hasSameBytes(as: conclusion.title)
      }
      let range = CertificateRange(
        indices.map { school.graduates[$0][GraduateField.certificate] }
      )
      guard range.missingCount > 0, let first = indices.first else { continue }
      run.report(
        .certificateGap,
        "\(conclusion.title)证书编号\(range.first)—\(range.last)之间\(range.remark)。请核对；作废的证书要一并带到现场。",
        at: school.graduates[first],
        first,
        in: school,
        fields: [GraduateField.certificate]
      )
    }
  }

  /// The same number twice, in a school or in two: nobody knows which row is right, so none is printed.
  static func checkSeason(_ run: inout RuleRun) {
    for group in CertificateBook(run.season).repetitions {
      for (position, holder) in group.enumerated() {
        let other = group[position == 0 ? 1 : 0]
        let school = run.season.schools[holder.school]
        let otherSchool = run.season.schools[other.school]
        let counterpart = otherSchool.graduates[other.record]
        let place = run.place(of: counterpart, GraduateField.certificate)
        let number = school.graduates[holder.record][GraduateField.certificate]
        let shared = holder.school == other.school
        run.report(
          .certificateDuplicate,
          "毕业证书编号…\(String(number.unicodeScalars.suffix(4)))重复，"
            + (shared ? "另一行在“\(place.description)”。" : "“\(otherSchool.name)”也有同一编号。")
            + "请核对证书后更正。",
          at: school.graduates[holder.record],
          holder.record,
          in: school,
          fields: [GraduateField.certificate],
          notes: [Diagnostic.Note(place: place, message: "同一编号的另一行。")]
        )
      }
    }
  }
}
