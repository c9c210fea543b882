import Records
import Testing

@Suite("Ranges of certificate numbers")
struct CertificateRangeTests {
  @Test("first, last and the numbers between that nobody has")
  func gaps() {
    let range = CertificateRange(["20230100003", "20230100001", "", "20230100005"])
    #expect(range.first == "20230100001")
    #expect(range.last == "20230100005")
    #expect(range.missing == ["20230100002", "20230100004"])
    #expect(range.remark == "缺号：20230100002、20230100004")
  }

  @Test("a range without gaps has no remark, and many gaps are only counted")
  func remarks() {
    #expect(CertificateRange(["001", "002"]).remark == "")
    #expect(CertificateRange(["001", "100"]).remark == "缺号98个")
    #expect(CertificateRange([]).first == "")
  }

  @Test("leading zeros are kept in the numbers that are missing")
  func zeros() {
    #expect(CertificateRange(["0007", "0009"]).missing == ["0008"])
  }

  @Test("numbers that others have are not missing, and widen nothing")
  func others() {
    let range = CertificateRange(["0002", "0006"], besides: ["0001", "0004", "0009", "3"])
    #expect(range.first == "0002")
    #expect(range.last == "0006")
    #expect(range.missing == ["0003", "0005"])
    #expect(range.missingCount == 2)
  }

  @Test("numbers of other shapes have a first and a last one, and no gaps")
  func shapes() {
    let range = CertificateRange(["桂2023-9", "桂2023-10", "20230100001"])
    #expect(range.first == "20230100001")
    #expect(range.last == "桂2023-9")
    #expect(range.missingCount == 0)
    #expect(CertificateRange(["1", "100"]).missingCount == 0)
  }
}
