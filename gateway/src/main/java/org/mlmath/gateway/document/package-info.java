/** The API document of all services together, as JSON and as YAML. */
package org.mlmath.gateway.document;
