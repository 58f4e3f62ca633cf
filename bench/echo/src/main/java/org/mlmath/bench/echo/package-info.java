/** An endpoint that reads and echoes JSON, in Quarkus as it comes. */
package org.mlmath.bench.echo;
