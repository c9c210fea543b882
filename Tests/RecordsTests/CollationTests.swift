import Records
import Testing

@Suite struct CollationTests {
  private func sorted(_ names: [String], _ key: (String) -> [UInt8]) -> [String] {
    names.sorted { key($0).lexicographicallyPrecedes(key($1)) }
  }

  @Test("names stand by the reading of their surname: 覃 Qín, 单 Shàn, 区 Ōu, 仇 Qiú, 朴 Piáo")
  func surnames() throws {
    let order = try CollationOrder(.pinyin)
    let names = ["覃丽", "单丽", "区丽", "仇丽", "朴丽", "零丽", "岑丽", "农丽", "韦丽", "潘丽", "秦丽", "唐丽"]
    #expect(
      sorted(names, order.key(ofName:))
        == ["岑丽", "零丽", "农丽", "区丽", "潘丽", "朴丽", "秦丽", "覃丽", "仇丽", "单丽", "唐丽", "韦丽"]
    )
  }

  @Test("a family stays together and behind the one whose reading it shares")
  func families() throws {
    let order = try CollationOrder(.pinyin)
    #expect(
      sorted(["覃安", "秦周", "秦安", "覃周"], order.key(ofName:)) == ["秦安", "秦周", "覃安", "覃周"]
    )
  }

  @Test("readings of surnames hold for surnames alone, in the order of names alone")
  func onlySurnames() throws {
    let order = try CollationOrder(.pinyin)
    #expect(sorted(["韦单", "韦大", "韦善"], order.key(ofName:)) == ["韦大", "韦单", "韦善"])
    #expect(sorted(["单片机", "大数据", "设计"], order.key(of:)) == ["大数据", "单片机", "设计"])
  }

  @Test("strokes count strokes")
  func strokes() throws {
    let order = try CollationOrder(.stroke)
    #expect(sorted(["黄一", "丁一", "王一", "韦一"], order.key(ofName:)) == ["丁一", "王一", "韦一", "黄一"])
  }

  @Test("keys are equal only for equal bytes; long and empty texts have keys")
  func identity() throws {
    let order = try CollationOrder(.pinyin)
    #expect(order.key(ofName: "郎一") != order.key(ofName: "\u{F92C}一"))
    #expect(order.key(of: "郎") != order.key(of: "\u{F92C}"))
    let long = String(repeating: "覃", count: 4000)
    #expect(order.key(of: long) != order.key(of: long + "覃"))
    #expect(order.key(ofName: "").lexicographicallyPrecedes(order.key(ofName: "岑一")))
  }

  @Test("majors stand by code where known, the others after them in pinyin order")
  func majors() throws {
    var fixture = Fixture()
    fixture.addGraduate([.major: "护理", .majorCode: "720201"])
    fixture.addGraduate([.major: "电工"])
    fixture.addGraduate([.major: "会计", .majorCode: "730301"])
    fixture.addGraduate([.major: "茶艺"])
    fixture.addChange([.major: "焊接"])
    let order = MajorOrder(fixture.season.schools[0], pinyin: try CollationOrder(.pinyin))
    #expect(order.majors == ["护理", "会计", "茶艺", "电工", "焊接"])
    #expect(order.rank(of: "电工") == 3)
    #expect(order.rank(of: "不在") == 5)
  }
}
