/** Many requests in one call, each sent through the process's own front door. */
package org.mlmath.gateway.batch;
