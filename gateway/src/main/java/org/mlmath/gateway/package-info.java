/**
 * The front door. {@code routing} passes {@code /v1/<service>} on to the services where they are processes of their own;
 * {@code page} holds what people read: the landing page, the reference, what each problem means; {@code document} is the API
 * document; {@code health} says whether the whole is up, {@code limits} what a request may take, {@code operations} what there is
 * to call and what it costs; {@code batch} sends many requests in one call; {@code door}
 * decides who is let in, with {@code key} and {@code rate}; {@code local} is what
 * {@code ./mlmath serve} needs on one machine.
 *
 * <p>In one JVM with the services no upstream has an address, no route is made, and requests reach the resources beside it.
 */
package org.mlmath.gateway;
