package org.mlmath.gateway.batch;

import java.util.ArrayDeque;
import java.util.Deque;

/** The requests of one caller's batches that may be under way at a time, all batches together. Who waits for a turn gets the next one. */
final class Turns {
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private int free;
    private int members;

    Turns(int width) {
        free = width;
    }

    /**
     * @param later run, on any thread, when there is a turn for whoever had none to take
     * @return whether there was one at once
     */
    synchronized boolean take(Runnable later) {
        if (free > 0) {
            free--;
            return true;
        }
        waiting.add(later);
        return false;
    }

    /** What had a turn is over. */
    void giveBack() {
        Runnable next;
        synchronized (this) {
            next = waiting.poll();
            if (next == null) {
                free++;
            }
        }
        if (next != null) {
            next.run();
        }
    }

    Turns joined() {
        members++;
        return this;
    }

    /** @return whether somebody is left who takes turns */
    boolean left() {
        return --members > 0;
    }
}
