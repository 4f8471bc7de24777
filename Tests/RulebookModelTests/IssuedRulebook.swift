import Glibc
import RulebookText

/// The rulebooks that come with the project.
enum IssuedRulebook {
  /// The annotated document of a year; empty where it is not there.
  static func text(of year: Int) -> SourceText {
    let root = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3).joined(
      separator: "/")
    var bytes: [UInt8] = []
    guard let file = unsafe fopen("\(root)/rulebooks/\(year).rulebook", "r") else {
      return SourceText(name: "\(year).rulebook", bytes: [])
    }
    while case let byte = unsafe fgetc(file), byte >= 0 { bytes.append(UInt8(truncatingIfNeeded: byte)) }
    unsafe fclose(file)
    return SourceText(name: "\(year).rulebook", bytes: bytes)
  }
}
