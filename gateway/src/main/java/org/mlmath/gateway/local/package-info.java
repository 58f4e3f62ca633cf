/** Small programs that {@code ./mlmath serve} runs beside the servers: which ports are free, when all is ready. Plain Java. */
package org.mlmath.gateway.local;
