internal import FoundationEssentials

/// What lies in the folder of outputs: `manifest.json`.
package struct Manifest: Codable, Sendable, Equatable {
  /// The version of this format.
  package var format = 1
  /// The season's year.
  package var year: Int
  /// The program.
  package var generator = "yanyin"
  /// The rendering revision: changes only when the program's output does.
  package var revision: Int
  /// Single forms and receipts.
  package var documents: [Document] = []
  /// Print files.
  package var packets: [Packet] = []
  /// Print files of several schools; nil where none were asked for.
  package var merged: [Merged]?
  /// What was not made because of data errors.
  package var withheld: [Withheld] = []

  /// A file that holds one form.
  package struct Document: Codable, Sendable, Equatable {
    /// Relative to the folder, `/` between components.
    package var path: String
    /// Form id.
    package var form: String
    /// The 册 or college.
    package var volume: String?
    /// The city's folder name.
    package var city: String?
    /// The school's full name.
    package var school: String?
    /// `A4` or `A3`; nil for formats without pages.
    package var paper: String?
    /// Pages of one copy.
    package var pages: Int?
    /// Copies that the packet holds.
    package var copies: Int?
    /// Of the file's bytes.
    package var sha256: String
    /// Of everything that the file was made from.
    package var fingerprint: String
    /// True where a filtered run was to make the file anew and could not: it lies there still and
    /// must not be used.
    package var outdated: Bool?
  }

  /// A print file of a school.
  package struct Packet: Codable, Sendable, Equatable {
    /// Relative to the folder.
    package var path: String
    /// The city's folder name.
    package var city: String?
    /// The school's full name.
    package var school: String
    /// `A4` or `A3`.
    package var paper: String
    /// Pages of the file, slips and padding included.
    package var pages: Int
    /// Of the file's bytes.
    package var sha256: String
    /// Of everything that the file was made from.
    package var fingerprint: String
    /// The copies in their order; slips and pages added for duplex belong to no part.
    package var parts: [Part]
    /// True where a filtered run made other documents than the file holds.
    package var outdated: Bool?
  }

  /// A print file of the run's schools, for the printer room.
  package struct Merged: Codable, Sendable, Equatable {
    /// Relative to the folder.
    package var path: String
    /// `A4` or `A3`.
    package var paper: String
    /// Pages of the file, banner sheets, slips and padding included.
    package var pages: Int
    /// Of the file's bytes.
    package var sha256: String
    /// Of everything that the file was made from.
    package var fingerprint: String
    /// The schools in their order.
    package var schools: [School]
    /// True where a filtered run made something else of a school than the file holds.
    package var outdated: Bool?

    /// A school's pages, its banner sheet first.
    package struct School: Codable, Sendable, Equatable {
      /// The city's folder name.
      package var city: String?
      /// The school's full name.
      package var school: String
      /// Its first page in the file, from 1.
      package var firstPage: Int
      /// How many pages it has.
      package var pages: Int
    }
  }

  /// A copy of a document in a print file.
  package struct Part: Codable, Sendable, Equatable {
    /// Form id.
    package var form: String
    /// The 册 or college.
    package var volume: String?
    /// Which copy, from 1.
    package var copy: Int
    /// Its first page in the file, from 1.
    package var firstPage: Int
    /// How many pages it has.
    package var pages: Int
  }

  /// A document that was not made.
  package struct Withheld: Codable, Sendable, Equatable {
    /// The city's folder name.
    package var city: String?
    /// The school's full name.
    package var school: String?
    /// Form id; nil where the whole school was withheld.
    package var form: String?
    /// The 册 or college.
    package var volume: String?
    /// How many errors it has.
    package var errors: Int
  }

  /// An empty manifest.
  package init(year: Int, revision: Int) {
    self.year = year
    self.revision = revision
  }

  /// Reads a manifest; nil for bytes that are none.
  package init?(json: [UInt8]) {
    guard let manifest = try? JSONDecoder().decode(Manifest.self, from: Data(json)) else {
      return nil
    }
    self = manifest
  }
}
