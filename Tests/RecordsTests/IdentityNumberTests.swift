import Records
import Testing

@Suite struct IdentityNumberTests {
  private func read(_ text: String) throws -> Result<IdentityNumber, IdentityNumber.Fault> {
    let today = try #require(Fixture.today)
    do throws(IdentityNumber.Fault) {
      return .success(try IdentityNumber(text, today: today))
    } catch {
      return .failure(error)
    }
  }

  @Test(
    "valid numbers give area, birth date and sex",
    arguments: [
      ("45000020050315001X", "2005-03-15", Sex.male),
      ("450000200503150028", "2005-03-15", .female),
      ("45000020040229003X", "2004-02-29", .male),
      ("45000020050808009X", "2005-08-08", .male),
      ("450000200412311172", "2004-12-31", .male),
    ]
  )
  func valid(text: String, birth: String, sex: Sex) throws {
    let number = try read(text).get()
    #expect(number.area == 450_000)
    #expect(number.birthDate.text == birth)
    #expect(number.sex == sex)
  }

  @Test(
    "faulty numbers name the first fault",
    arguments: [
      ("4.50E+17", IdentityNumber.Fault.scientific),
      ("4.5e17", .scientific),
      ("45000020050315002", .length(17)),
      ("4500002005031500288", .length(19)),
      ("450000050315002", .oldForm),
      ("45000005031500a", .length(15)),
      ("", .length(0)),
      ("45000020O503150028", .letter(position: 9, letter: "O", meant: "0")),
      ("4500002005o3150028", .letter(position: 11, letter: "o", meant: "0")),
      ("4500002005031500l8", .letter(position: 17, letter: "l", meant: "1")),
      ("450000200503I50028", .letter(position: 13, letter: "I", meant: "1")),
      ("45000020050315-028", .character(position: 15, character: "-")),
      ("4500002005031500X8", .character(position: 17, character: "X")),
      ("45000020050315002Z", .character(position: 18, character: "Z")),
      ("4500002005031500２8", .character(position: 17, character: "２")),
      ("999450000123400001", .temporary),
      ("450000200502300020", .impossibleDate("2005-02-30")),
      ("450000200302290020", .impossibleDate("2003-02-29")),
      ("450000200513150020", .impossibleDate("2005-13-15")),
      ("450000200500150020", .impossibleDate("2005-00-15")),
      ("450000100503150020", .impossibleDate("1005-03-15")),
    ]
  )
  func faulty(text: String, fault: IdentityNumber.Fault) throws {
    #expect(throws: fault) { try read(text).get() }
  }

  @Test("a birth date after today is a fault, today's is none")
  func future() throws {
    let tomorrow = try #require(CalendarDate("2023-06-02"))
    #expect(throws: IdentityNumber.Fault.futureDate(tomorrow)) {
      try read("450000202306020020").get()
    }
    // Born today, with the right check digit of the ten that are tried.
    let valid = try (0...9).filter { digit in
      if case .success = try read("45000020230601002\(digit)") { return true }
      return false
    }
    #expect(valid.count <= 1)
    if case .failure(.futureDate) = try read("450000202306010020") { Issue.record("today") }
  }

  @Test("a wrong check digit is never mended, only the right one is named")
  func checkDigit() throws {
    guard
      case .failure(.checkDigit(let expected, let found, let number)) =
        try read("450000200503150027")
    else {
      Issue.record("no finding")
      return
    }
    #expect(expected == "8")
    #expect(found == "7")
    #expect(number.birthDate.text == "2005-03-15")
  }

  @Test("every slip in one digit of a valid number is found")
  func singleSlips() throws {
    for valid in [Fixture.man, Fixture.woman] {
      let bytes = Array(valid.utf8)
      for position in bytes.indices {
        for digit in UInt8(0x30)...0x39 where digit != bytes[position] {
          var slipped = bytes
          slipped[position] = digit
          let text = String(decoding: slipped, as: UTF8.self)
          if case .success = try read(text) { Issue.record("undetected: \(text)") }
        }
      }
    }
  }

  @Test("the check digit agrees with the table of the standard")
  func agreesWithWeights() throws {
    let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
    let characters = Array("10X98765432")
    for serial in 0..<1000 {
      let tail = String(String(1000 + serial).dropFirst())
      let body = "45000020050315" + tail
      let sum = zip(body.utf8, weights).reduce(0) { $0 + Int($1.0 - 0x30) * $1.1 }
      let right = body + String(characters[sum % 11])
      #expect(throws: Never.self) { try read(right).get() }
    }
  }
}
