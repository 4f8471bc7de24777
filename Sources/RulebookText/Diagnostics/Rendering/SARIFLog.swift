/// The part of the SARIF 2.1.0 object model that the renderer writes; names are the standard's.
struct SARIFLog: Sendable {
  let schema = "https://json.schemastore.org/sarif-2.1.0.json"
  let version = "2.1.0"
  let runs: [Run]

  struct Run: Sendable {
    let tool: Tool
    let columnKind = "utf16CodeUnits"
    let language = "zh-CN"
    let results: [Result]
  }

  struct Tool: Sendable {
    let driver: Driver
  }

  struct Driver: Sendable {
    let name = "rulecheck"
    let rules: [Rule]
  }

  struct Rule: Sendable {
    let id: String
    let shortDescription: Message
    let help: Message
  }

  struct Result: Sendable {
    let ruleId: String
    let ruleIndex: Int
    let level: String
    let message: Message
    let locations: [Location]
    let relatedLocations: [Location]?
    let fixes: [Change]?
  }

  /// A message. Braces stand for placeholders in SARIF, so literal ones are doubled (§3.11.5).
  struct Message: Sendable {
    let text: String

    init(_ text: String) {
      self.text = text.unicodeScalars.map { scalar in
        switch scalar {
        case "{": "{{"
        case "}": "}}"
        default: String(scalar)
        }
      }.joined()
    }
  }

  struct Location: Sendable {
    var id: Int?
    let physicalLocation: PhysicalLocation
    var logicalLocations: [LogicalLocation]?
    var message: Message?
  }

  struct PhysicalLocation: Sendable {
    let artifactLocation: ArtifactLocation
    let region: Region?
  }

  struct LogicalLocation: Sendable {
    let fullyQualifiedName: String
  }

  /// Lines and columns count from 1; the end column is the one behind the last unit.
  struct Region: Sendable {
    let startLine: Int
    let startColumn: Int
    let endLine: Int
    let endColumn: Int
  }

  struct Change: Sendable {
    let description: Message
    let artifactChanges: [ArtifactChange]
  }

  struct ArtifactChange: Sendable {
    let artifactLocation: ArtifactLocation
    let replacements: [Replacement]
  }

  struct Replacement: Sendable {
    let deletedRegion: Region
    let insertedContent: Content
  }

  /// Text that is inserted as it is, so its braces stay single.
  struct Content: Sendable {
    let text: String
  }

  /// A file by its URI reference: a path from `/` gets the scheme `file`, any other stays relative.
  struct ArtifactLocation: Sendable {
    let uri: String

    init(name: String) {
      let path = name.utf8.map(Self.encoded).joined()
      uri = name.utf8.first == UInt8(ascii: "/") ? "file://" + path : path
    }

    /// The byte itself where RFC 3986 leaves it unreserved or it parts folders, else `%` and its hex.
    private static func encoded(_ byte: UInt8) -> String {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "/"):
        return String(Unicode.Scalar(byte))
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        return (byte < 0x10 ? "%0" : "%") + digits
      }
    }
  }
}
