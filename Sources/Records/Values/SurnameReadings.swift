/// Surnames that are not read like the character in other words.
///
/// Collation data know one reading a character: 覃 would stand under Tán, 单 under Dān. Each such
/// surname is ordered like a character with the right reading.
enum SurnameReadings {
  /// A name taken apart.
  struct Surname: Hashable {
    /// The surname as it is written.
    var text: String
    /// A text with the reading of the surname; nil where the surname reads as usual.
    var like: String?
    /// The rest of the name.
    var rest: String
  }

  /// Splits a name after a surname of two characters that is listed, or after its first character.
  static func surname(of name: String) -> Surname {
    let scalars = name.unicodeScalars
    for length in [2, 1] where scalars.count >= length {
      let text = String(scalars.prefix(length))
      if let like = readings[TextKey(text)] {
        return Surname(text: text, like: like, rest: String(scalars.dropFirst(length)))
      }
    }
    return Surname(
      text: String(scalars.prefix(1)),
      like: nil,
      rest: String(scalars.dropFirst())
    )
  }

  private static let readings: [TextKey: String] = {
    var readings: [TextKey: String] = [:]
    for (surname, like) in table { readings[TextKey(surname)] = like }
    return readings
  }()

  /// Surname and a character, or two, of the same reading.
  private static let table: [(String, String)] = [
    ("覃", "秦"),  // Qín
    ("单", "善"),  // Shàn
    ("区", "欧"),  // Ōu
    ("仇", "求"),  // Qiú
    ("朴", "瓢"),  // Piáo
    ("解", "谢"),  // Xiè
    ("曾", "增"),  // Zēng
    ("查", "渣"),  // Zhā
    ("盖", "葛"),  // Gě
    ("乐", "岳"),  // Yuè
    ("缪", "庙"),  // Miào
    ("翟", "宅"),  // Zhái
    ("种", "虫"),  // Chóng
    ("员", "运"),  // Yùn
    ("祭", "债"),  // Zhài
    ("召", "邵"),  // Shào
    ("折", "舌"),  // Shé
    ("句", "勾"),  // Gōu
    ("华", "化"),  // Huà
    ("任", "人"),  // Rén
    ("燕", "烟"),  // Yān
    ("柏", "百"),  // Bǎi
    ("秘", "必"),  // Bì
    ("过", "郭"),  // Guō
    ("冼", "显"),  // Xiǎn
    ("洗", "显"),  // Xiǎn
    ("黑", "贺"),  // Hè
    ("薄", "博"),  // Bó
    ("阚", "瞰"),  // Kàn
    ("隗", "伟"),  // Wěi
    ("郇", "旬"),  // Xún
    ("乜", "聂"),  // Niè
    ("贲", "奔"),  // Bēn
    ("繁", "婆"),  // Pó
    ("牟", "木"),  // Mù
    ("佴", "耐"),  // Nài
    ("钭", "抖"),  // Tǒu
    ("哈", "蛤"),  // Hǎ
    ("令狐", "铃狐"),  // Línghú
    ("澹台", "谈台"),  // Tántái
    ("尉迟", "玉迟"),  // Yùchí
    ("万俟", "末奇"),  // Mòqí
    ("单于", "蝉于"),  // Chányú
    ("长孙", "掌孙"),  // Zhǎngsūn
  ]
}
