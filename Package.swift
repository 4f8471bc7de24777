// swift-tools-version: 6.2
import PackageDescription

/// Settings every target shares: warnings are errors, unsafe memory use is marked, imports are explicit.
let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .treatAllWarnings(as: .error),
  .strictMemorySafety(),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// The library modules in the order of the pipeline; each may import only what stands in its list.
let modules: [(name: String, imports: [String])] = [
  ("ExactArithmetic", []),
  ("Fingerprints", []),
  ("ParallelWork", []),
  ("RulebookText", []),
  ("RulebookSyntax", ["ExactArithmetic", "RulebookText"]),
  ("RulebookModel", ["ExactArithmetic", "RulebookText", "RulebookSyntax"]),
  (
    "RulebookEvidence",
    ["ExactArithmetic", "ParallelWork", "RulebookText", "RulebookSyntax", "RulebookModel"]
  ),
  (
    "RulebookScoring",
    ["ExactArithmetic", "RulebookText", "RulebookSyntax", "RulebookModel", "RulebookEvidence"]
  ),
  (
    "RulebookRevision",
    [
      "ExactArithmetic", "RulebookText", "RulebookSyntax", "RulebookModel", "RulebookEvidence",
      "RulebookScoring",
    ]
  ),
  (
    "RulebookReports",
    [
      "ExactArithmetic", "RulebookText", "RulebookSyntax", "RulebookModel", "RulebookEvidence",
      "RulebookScoring", "RulebookRevision",
    ]
  ),
  (
    "RulecheckCommand",
    [
      "ExactArithmetic", "Fingerprints", "RulebookText", "RulebookSyntax", "RulebookModel",
      "RulebookEvidence",
      "RulebookScoring", "RulebookRevision", "RulebookReports",
    ]
  ),
]

/// What the tests of a module run beside it.
let programs = ["RulecheckCommand": ["rulecheck", "rulebench"]]

let package = Package(
  name: "rulebook",
  products: [
    .executable(name: "rulecheck", targets: ["rulecheck"]),
    .executable(name: "rulebench", targets: ["rulebench"]),
  ] + modules.map { .library(name: $0.name, targets: [$0.name]) },
  targets: modules.map { module in
    .target(
      name: module.name,
      dependencies: module.imports.map { .init(stringLiteral: $0) },
      swiftSettings: strict)
  } + [
    .executableTarget(
      name: "rulecheck", dependencies: ["RulecheckCommand"], swiftSettings: strict),
    // Measures each stage; docs/performance.md says how.
    .executableTarget(
      name: "rulebench",
      dependencies: [
        "ExactArithmetic", "RulebookText", "RulebookSyntax", "RulebookModel", "RulebookEvidence",
        "RulebookScoring", "RulebookReports",
      ],
      swiftSettings: strict),
  ]
    + modules.map { module in
      .testTarget(
        name: "\(module.name)Tests",
        dependencies: ([module.name] + module.imports + (programs[module.name] ?? [])).map {
          .init(stringLiteral: $0)
        },
        swiftSettings: strict)
    } + [
      // What holds for the repository as a whole: arrows, gates, documentation.
      .testTarget(
        name: "HouseTests",
        dependencies: [
          "RulebookText", "RulebookSyntax", "RulebookModel", "RulebookEvidence", "RulebookScoring",
          "RulebookRevision",
        ],
        swiftSettings: strict),
      // What fuzzing feeds any bytes to, and the inputs it kept.
      .target(
        name: "FuzzTargets",
        dependencies: [
          "ExactArithmetic", "RulebookText", "RulebookModel", "RulebookEvidence", "RulebookScoring",
          "RulebookRevision",
        ],
        path: "Tests/FuzzTargets",
        swiftSettings: strict),
      .testTarget(name: "FuzzTargetsTests", dependencies: ["FuzzTargets"], swiftSettings: strict),
      // The cases of Tests/Conformance, through everything but reports and the command.
      .testTarget(
        name: "ConformanceTests",
        dependencies: [
          "ExactArithmetic", "RulebookText", "RulebookModel", "RulebookEvidence", "RulebookScoring",
          "RulebookRevision",
        ],
        swiftSettings: strict),
    ]
)

// libFuzzer brings its own main, so its program is there only where `Tests/Scripts/fuzz.py` asks for it.
if Context.environment["RULEBOOK_FUZZ"] != nil {
  package.targets.append(
    .executableTarget(
      name: "rulebook-fuzz", dependencies: ["FuzzTargets"], path: "Tests/Fuzz", swiftSettings: strict))
}
