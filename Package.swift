// swift-tools-version: 6.2
import PackageDescription

/// Whether warnings of our own targets stop the build.
///
/// Set by scripts/test; people who build the package with a newer compiler are spared.
let strictWarnings = Context.environment["YANYIN_WARNINGS_AS_ERRORS"] == "1"

let settings: [SwiftSetting] =
  [
    .swiftLanguageMode(.v6),
    .strictMemorySafety(),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .enableUpcomingFeature("InferIsolatedConformances"),
  ] + (strictWarnings ? [.treatAllWarnings(as: .error)] : [])

/// A room of the house: a Swift target and the rooms below it (see ARCHITECTURE.md).
func room(_ name: String, _ below: [String] = [], external: [Target.Dependency] = []) -> Target {
  .target(
    name: name,
    dependencies: below.map { .target(name: $0) } + external,
    swiftSettings: settings
  )
}

func suite(_ name: String, _ tested: [String], exclude: [String] = []) -> Target {
  .testTarget(
    name: name,
    dependencies: tested.map { .target(name: $0) },
    exclude: exclude,
    resources: nil,
    swiftSettings: settings
  )
}

let package = Package(
  name: "yanyin",
  products: [
    .executable(name: "yanyin", targets: ["yanyin"])
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
  ],
  targets: [
    // The C libraries, each imported by exactly one room.
    .systemLibrary(name: "CHaru"),
    .systemLibrary(name: "CXML2", pkgConfig: "libxml-2.0"),
    .systemLibrary(name: "CHarfBuzz", pkgConfig: "harfbuzz"),
    .systemLibrary(name: "CDeflate"),
    .systemLibrary(name: "CZip"),
    .systemLibrary(name: "CXlsxWriter"),
    .systemLibrary(name: "CCrypto"),
    .systemLibrary(name: "CSystem"),
    .target(name: "CUnicode", linkerSettings: [.linkedLibrary("icuuc")]),
    .target(
      name: "CCollation",
      linkerSettings: [.linkedLibrary("icui18n"), .linkedLibrary("icuuc")]
    ),

    // Ground floor.
    room("Diagnostics"),
    room("DocumentModel", ["Diagnostics"]),
    room("Records", ["Diagnostics", "CCollation"]),
    room("Markup", ["CXML2", "Diagnostics"]),
    room("Fingerprints", ["CCrypto"]),
    room("Compression", ["CDeflate"]),
    room("Pictures", ["Compression", "DocumentModel", "Fingerprints"]),
    room("Fonts", ["CHarfBuzz", "Compression", "DocumentModel", "Diagnostics"]),

    // Stages.
    room("Exchange", ["Records", "Markup", "CZip", "Diagnostics"]),
    room("Forms", ["Records", "DocumentModel", "Markup", "Pictures", "Diagnostics"]),
    room("Typesetting", ["DocumentModel", "Fonts", "CUnicode", "Diagnostics"]),
    room("PDFOutput", ["DocumentModel", "Fonts", "Compression", "CHaru"]),
    room("HTMLOutput", ["DocumentModel"]),
    room("XMLOutput", ["DocumentModel", "Markup"]),
    room("XLSXOutput", ["DocumentModel", "CXlsxWriter"]),

    // What was read and corrected, over time.
    room(
      "Ledger",
      ["Records", "Diagnostics", "Fingerprints"],
      external: [.product(name: "GRDB", package: "GRDB.swift")]
    ),

    // The top.
    room(
      "Packets",
      [
        "Diagnostics", "DocumentModel", "Records", "Fonts", "Exchange", "Forms", "Typesetting",
        "PDFOutput", "HTMLOutput", "XMLOutput", "XLSXOutput", "Fingerprints", "Pictures", "CSystem",
      ]
    ),
    room(
      "YanyinCommands",
      [
        "Packets", "Ledger", "Exchange", "Fingerprints", "Fonts", "Forms", "Records", "Diagnostics",
      ],
      external: [.product(name: "ArgumentParser", package: "swift-argument-parser")]
    ),
    .executableTarget(
      name: "yanyin",
      dependencies: ["YanyinCommands"],
      swiftSettings: settings
    ),

    // Measures the stages one by one: here, since another package has no package access.
    .executableTarget(
      name: "yanyin-bench",
      dependencies: [
        "Compression", "Diagnostics", "DocumentModel", "Records", "Fonts", "Exchange", "Forms",
        "Typesetting", "PDFOutput", "XLSXOutput",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      path: "Benchmarks/Stages",
      swiftSettings: settings
    ),

    // Tests, by room; what several of them call is a target of its own.
    .target(name: "TestTools", path: "Tests/TestTools", swiftSettings: settings),
    suite("DiagnosticsTests", ["Diagnostics"]),
    suite("RecordsTests", ["Records", "Diagnostics"], exclude: ["Fixtures"]),
    suite("MarkupTests", ["Markup", "Diagnostics"]),
    suite(
      "ExchangeTests",
      ["Exchange", "Records", "Markup", "Diagnostics"],
      exclude: ["Fixtures"]
    ),
    suite("FontsTests", ["Fonts", "DocumentModel", "Diagnostics"]),
    suite("PicturesTests", ["Pictures", "Compression", "DocumentModel", "TestTools"]),
    suite(
      "FormsTests",
      ["Forms", "Markup", "Records", "DocumentModel", "Diagnostics", "TestTools"]
    ),
    suite("TypesettingTests", ["Typesetting", "DocumentModel", "Fonts", "Diagnostics"]),
    suite(
      "PDFOutputTests",
      ["PDFOutput", "DocumentModel", "Fonts", "Pictures", "Diagnostics", "TestTools"]
    ),
    suite("HTMLOutputTests", ["HTMLOutput", "DocumentModel", "Pictures", "TestTools"]),
    suite("XMLOutputTests", ["XMLOutput", "DocumentModel", "Markup"]),
    suite("XLSXOutputTests", ["XLSXOutput", "DocumentModel", "Pictures", "TestTools"]),
    .testTarget(
      name: "LedgerTests",
      dependencies: [
        "Ledger", "Records", "Diagnostics", .product(name: "GRDB", package: "GRDB.swift"),
      ],
      swiftSettings: settings
    ),
    suite(
      "PacketsTests",
      [
        "Packets", "Fingerprints", "Records", "Diagnostics", "Forms", "Exchange", "Fonts",
      ]
    ),
    suite(
      "CommandTests",
      ["yanyin", "Packets", "Exchange", "Ledger", "Records", "TestTools"],
      exclude: ["Fixtures"]
    ),
  ]
)

// The fuzzer links libFuzzer, which only scripts/fuzz asks for.
if Context.environment["YANYIN_FUZZING"] == "1" {
  package.targets.append(
    .executableTarget(
      name: "ReaderFuzzing",
      dependencies: ["Exchange", "Forms", "Records", "Diagnostics"],
      path: "Benchmarks/Fuzzing",
      swiftSettings: settings
    )
  )
}
