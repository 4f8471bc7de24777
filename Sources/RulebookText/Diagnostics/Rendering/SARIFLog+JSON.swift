/// The log as JSON; keys are the standard's.
extension SARIFLog {
  var json: JSONText {
    [
      "$schema": JSONText(schema), "version": JSONText(version), "runs": JSONText(runs.map(\.json)),
    ]
  }
}

extension SARIFLog.Run {
  fileprivate var json: JSONText {
    [
      "tool": ["driver": tool.driver.json], "columnKind": JSONText(columnKind),
      "language": JSONText(language), "results": JSONText(results.map(\.json)),
    ]
  }
}

extension SARIFLog.Driver {
  fileprivate var json: JSONText { ["name": JSONText(name), "rules": JSONText(rules.map(\.json))] }
}

extension SARIFLog.Rule {
  fileprivate var json: JSONText {
    ["id": JSONText(id), "shortDescription": shortDescription.json, "help": help.json]
  }
}

extension SARIFLog.Result {
  fileprivate var json: JSONText {
    [
      "ruleId": JSONText(ruleId), "ruleIndex": JSONText(ruleIndex), "level": JSONText(level),
      "message": message.json, "locations": JSONText(locations.map(\.json)),
      "relatedLocations": relatedLocations.map { JSONText($0.map(\.json)) },
      "fixes": fixes.map { JSONText($0.map(\.json)) },
    ]
  }
}

extension SARIFLog.Message {
  fileprivate var json: JSONText { ["text": JSONText(text)] }
}

extension SARIFLog.Location {
  fileprivate var json: JSONText {
    [
      "id": id.map { JSONText($0) }, "physicalLocation": physicalLocation.json,
      "logicalLocations": logicalLocations.map { places in
        JSONText(places.map { ["fullyQualifiedName": JSONText($0.fullyQualifiedName)] })
      },
      "message": message?.json,
    ]
  }
}

extension SARIFLog.PhysicalLocation {
  fileprivate var json: JSONText {
    ["artifactLocation": artifactLocation.json, "region": region?.json]
  }
}

extension SARIFLog.ArtifactLocation {
  fileprivate var json: JSONText { ["uri": JSONText(uri)] }
}

extension SARIFLog.Region {
  fileprivate var json: JSONText {
    [
      "startLine": JSONText(startLine), "startColumn": JSONText(startColumn), "endLine": JSONText(endLine),
      "endColumn": JSONText(endColumn),
    ]
  }
}

extension SARIFLog.Change {
  fileprivate var json: JSONText {
    ["description": description.json, "artifactChanges": JSONText(artifactChanges.map(\.json))]
  }
}

extension SARIFLog.ArtifactChange {
  fileprivate var json: JSONText {
    [
      "artifactLocation": artifactLocation.json, "replacements": JSONText(replacements.map(\.json)),
    ]
  }
}

extension SARIFLog.Replacement {
  fileprivate var json: JSONText {
    [
      "deletedRegion": deletedRegion.json, "insertedContent": ["text": JSONText(insertedContent.text)],
    ]
  }
}
