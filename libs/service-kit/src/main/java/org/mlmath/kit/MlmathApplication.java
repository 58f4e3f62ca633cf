package org.mlmath.kit;

import io.smallrye.common.annotation.NonBlocking;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/**
 * Every resource runs where its request was read, on the event loop, unless admission moves it to the large lane: a worker
 * thread would cost half as much again, a virtual thread twice.
 */
@ApplicationPath("/")
@NonBlocking
public class MlmathApplication extends Application {}
