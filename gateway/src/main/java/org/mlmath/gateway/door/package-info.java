/**
 * What happens at the front door: {@code Doorkeeper} lets in whoever has a key, where keys are needed, and something left of their
 * allowance, where there are any; {@code SecurityHeaders} tells browsers what they may do with answers.
 */
package org.mlmath.gateway.door;
