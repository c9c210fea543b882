import Testing

@testable import Packets

@Suite("Safe file names")
struct SafeNameTests {
  @Test(
    "separators, control characters, dots and over-long names are made safe",
    arguments: [
      ("护理", "护理"),
      ("../../etc/passwd", "_.._etc_passwd"),
      ("a/b\\c:d", "a_b_c_d"),
      (".隐藏", "隐藏"),
      ("尾点. ", "尾点"),
      ("换\n行\u{200B}", "换_行_"),
      ("", "_"),
      ("..", "_"),
      ("CON", "CON_"),
      ("com1.校", "com1.校_"),
      ("CONTROL", "CONTROL"),
      ("COM0", "COM0"),
      ("计算机（一）班", "计算机（一）班"),
    ]
  )
  func component(_ name: String, _ expected: String) {
    #expect(SafeName.component(name) == expected)
  }

  @Test("a name of 4,000 characters keeps at most 160 bytes and whole characters")
  func longName() {
    let name = SafeName.component(String(repeating: "龙", count: 4000))
    #expect(name.utf8.count <= 160)
    #expect(name.unicodeScalars.allSatisfy { $0 == "龙" })
  }
}
