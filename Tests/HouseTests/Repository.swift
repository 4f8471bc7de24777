import FoundationEssentials

/// The files of the repository the tests were built from.
enum Repository {
  /// The folder with Package.swift in it.
  static let root: String = {
    var parts = #filePath.split(separator: "/", omittingEmptySubsequences: false)
    parts.removeLast(3)
    return parts.joined(separator: "/")
  }()

  /// The names in a folder, in the order of their bytes; none where there is no such folder.
  static func names(in folder: String) -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: root + "/" + folder)) ?? []
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// Every file below a folder whose name ends so, as paths from the root.
  static func files(below folder: String, endingWith ending: String) -> [String] {
    names(in: folder).flatMap { name -> [String] in
      let path = folder + "/" + name
      if name.hasSuffix(ending) { return [path] }
      return name.contains(".") ? [] : files(below: path, endingWith: ending)
    }
  }

  /// The bytes of a file; empty where there is none.
  static func bytes(of path: String) -> [UInt8] {
    FileManager.default.contents(atPath: root + "/" + path).map { [UInt8]($0) } ?? []
  }

  /// The text of a file.
  static func text(of path: String) -> String { String(decoding: bytes(of: path), as: UTF8.self) }
}
