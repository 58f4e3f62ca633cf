package org.mlmath.symbolic;

/** Threads for recursion without a bound that anybody has proved: daemons with a large stack, of which only what is used costs. */
final class WorkerThread {
    /** Levels of evaluation, after which Symja gives up; each takes a good many frames. */
    static final int RECURSION = 256;

    private static final long STACK = 256L << 20;

    private WorkerThread() {}

    static Thread start(String name, Runnable work) {
        Thread thread = Thread.ofPlatform()
                .name(name)
                .daemon()
                .stackSize(STACK)
                .inheritInheritableThreadLocals(false)
                .unstarted(work);
        thread.setContextClassLoader(WorkerThread.class.getClassLoader());
        thread.start();
        return thread;
    }
}
