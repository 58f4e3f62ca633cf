package org.mlmath.test.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DocumentLintTest {
    private final DocumentLint lint = new DocumentLint(new ApiDocument(Json.parse("""
            {
              "openapi": "3.1.0",
              "info": {"title": "Wrong in many ways"},
              "paths": {
                "/v1/a": {"post": {
                  "operationId": "Not-camel", "tags": ["A"], "summary": "A", "description": "A",
                  "requestBody": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Gone"}}}},
                  "responses": {"200": {"description": "A", "content": {"application/json": {
                    "schema": {"$ref": "#/components/schemas/Request1"},
                    "examples": {"wrong": {"value": {"x": "text"}}}}}}}}},
                "/v1/b": {"get": {"operationId": "same", "responses": {"200": {"description": "B"}}}},
                "/v1/c": {"get": {"operationId": "same", "responses": {"200": {"description": "C"}}}}
              },
              "components": {"schemas": {"Request1": {
                "type": "object", "properties": {"x": {"type": "number"}, "y": {"type": "nonsense", "description": "y"}}}}}
            }""")));

    @Test
    void findsWhatIsNotOpenApi() {
        assertThat(lint.notOpenApi()).anyMatch(finding -> finding.contains("version"));
    }

    @Test
    void findsWhatIsNoJsonSchema() {
        assertThat(lint.notJsonSchema()).anyMatch(finding -> finding.startsWith("/schemas/Request1"));
    }

    @Test
    void findsReferencesToNothing() {
        assertThat(lint.danglingReferences()).singleElement().asString().contains("Gone");
    }

    @Test
    void findsNamesGivenTwice() {
        assertThat(lint.collidingNames()).hasSize(1);
        assertThat(lint.badOperationIds())
                .hasSize(2)
                .anyMatch(finding -> finding.contains("Not-camel"))
                .anyMatch(finding -> finding.contains("same"));
    }

    @Test
    void findsWhatNobodyDescribed() {
        assertThat(lint.missingWords())
                .contains("GET /v1/b has no summary", "GET /v1/b has no description", "GET /v1/b has no tag")
                .contains("/schemas/Request1 has no description of x")
                .doesNotContain("/schemas/Request1 has no description of y");
    }

    @Test
    void findsExamplesThatAreNotAsTheirSchema() {
        assertThat(lint.missingExamples()).anyMatch(finding -> finding.contains("example wrong of 200, /x"));
    }
}
