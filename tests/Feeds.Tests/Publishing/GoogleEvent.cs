using System.Text.Json.Nodes;
using Json.Schema;

namespace Feeds.Tests.Publishing;

/// <summary>The data of an event for search engines, judged by what Google documents.</summary>
internal static class GoogleEvent
{
    /// <summary>Required and recommended properties of https://developers.google.com/search/docs/appearance/structured-data/event.</summary>
    private static readonly JsonSchema Schema = JsonSchema.FromText(
        """
        {
          "$schema": "https://json-schema.org/draft/2020-12/schema",
          "type": "object",
          "required": ["@context", "@type", "name", "startDate", "location", "endDate", "eventStatus", "eventAttendanceMode", "description", "organizer"],
          "properties": {
            "@context": { "const": "https://schema.org" },
            "@type": { "const": "Event" },
            "name": { "$ref": "#/$defs/text" },
            "startDate": { "$ref": "#/$defs/date" },
            "endDate": { "$ref": "#/$defs/date" },
            "previousStartDate": { "$ref": "#/$defs/date" },
            "description": { "$ref": "#/$defs/text" },
            "url": { "$ref": "#/$defs/address" },
            "image": { "$ref": "#/$defs/address" },
            "eventStatus": { "enum": [
              "https://schema.org/EventScheduled", "https://schema.org/EventCancelled", "https://schema.org/EventMovedOnline",
              "https://schema.org/EventPostponed", "https://schema.org/EventRescheduled"
            ] },
            "eventAttendanceMode": { "enum": [
              "https://schema.org/OfflineEventAttendanceMode", "https://schema.org/OnlineEventAttendanceMode", "https://schema.org/MixedEventAttendanceMode"
            ] },
            "location": { "type": "array", "minItems": 1, "items": { "anyOf": [{ "$ref": "#/$defs/place" }, { "$ref": "#/$defs/virtual" }] } },
            "organizer": {
              "type": "object",
              "required": ["@type", "name"],
              "properties": {
                "@type": { "enum": ["Person", "Organization"] },
                "name": { "$ref": "#/$defs/text" },
                "url": { "$ref": "#/$defs/address" }
              },
              "additionalProperties": false
            }
          },
          "additionalProperties": false,
          "allOf": [
            { "if": { "properties": { "eventAttendanceMode": { "const": "https://schema.org/OnlineEventAttendanceMode" } } },
              "then": { "properties": { "location": { "items": { "$ref": "#/$defs/virtual" } } } } },
            { "if": { "properties": { "eventAttendanceMode": { "const": "https://schema.org/OfflineEventAttendanceMode" } } },
              "then": { "properties": { "location": { "items": { "$ref": "#/$defs/place" } } } } },
            { "if": { "properties": { "eventAttendanceMode": { "const": "https://schema.org/MixedEventAttendanceMode" } } },
              "then": { "properties": { "location": { "minItems": 2 } } } },
            { "if": { "properties": { "eventStatus": { "const": "https://schema.org/EventMovedOnline" } } },
              "then": { "properties": { "eventAttendanceMode": { "const": "https://schema.org/OnlineEventAttendanceMode" } } } }
          ],
          "$defs": {
            "text": { "type": "string", "minLength": 1, "pattern": "^[^<\\n]+$" },
            "date": { "type": "string", "pattern": "^\\d{4}-\\d\\d-\\d\\d(T\\d\\d:\\d\\d:\\d\\d([+-]\\d\\d:\\d\\d|Z))?$" },
            "address": { "type": "string", "pattern": "^https?://[!-~]+$" },
            "place": {
              "type": "object",
              "required": ["@type", "name", "address"],
              "properties": {
                "@type": { "const": "Place" },
                "name": { "$ref": "#/$defs/text" },
                "address": { "anyOf": [{ "$ref": "#/$defs/text" }, { "$ref": "#/$defs/postal" }] },
                "geo": {
                  "type": "object",
                  "required": ["@type", "latitude", "longitude"],
                  "properties": {
                    "@type": { "const": "GeoCoordinates" },
                    "latitude": { "type": "number", "minimum": -90, "maximum": 90 },
                    "longitude": { "type": "number", "minimum": -180, "maximum": 180 }
                  },
                  "additionalProperties": false
                }
              },
              "additionalProperties": false
            },
            "postal": {
              "type": "object",
              "required": ["@type"],
              "minProperties": 2,
              "properties": {
                "@type": { "const": "PostalAddress" },
                "streetAddress": { "$ref": "#/$defs/text" },
                "postalCode": { "$ref": "#/$defs/text" },
                "addressLocality": { "$ref": "#/$defs/text" },
                "addressRegion": { "$ref": "#/$defs/text" },
                "addressCountry": { "$ref": "#/$defs/text" }
              },
              "additionalProperties": false
            },
            "virtual": {
              "type": "object",
              "required": ["@type", "url"],
              "properties": { "@type": { "const": "VirtualLocation" }, "url": { "$ref": "#/$defs/address" } },
              "additionalProperties": false
            }
          }
        }
        """);

    public static bool Accepts(string json) => Schema.Evaluate(JsonNode.Parse(json)).IsValid;
}
