/** Whether mlmath as a whole is up, for anyone who asks. What an orchestrator asks is on each process's management port. */
package org.mlmath.gateway.health;
