package org.mlmath.gateway.batch;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * The requests of one caller's batches that may be under way at a time, all batches together. Who waits for a turn gets the next one.
 *
 * <p>How many there are follows what the server can take: where one request is refused because the lanes are full while others of this
 * caller fill them there are as many fewer, and one more again when all of them have been taken.
 */
final class Turns {
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private final int widest;
    private int width;
    private int underWay;
    private int taken;
    private int members;

    Turns(int width) {
        this.widest = width;
        this.width = width;
    }

    /**
     * @param later run, on any thread, when there is a turn for whoever had none to take
     * @return whether there was one at once
     */
    synchronized boolean take(Runnable later) {
        if (underWay < width) {
            underWay++;
            return true;
        }
        waiting.add(later);
        return false;
    }

    /** Nothing was done with a turn. */
    void giveBack() {
        List<Runnable> next;
        synchronized (this) {
            underWay--;
            next = next();
        }
        next.forEach(Runnable::run);
    }

    /**
     * What had a turn is over.
     *
     * @param refused whether for want of room
     * @return whether others of this caller's requests are under way: then it is they who take the room
     */
    boolean ended(boolean refused) {
        List<Runnable> next;
        boolean others;
        synchronized (this) {
            underWay--;
            others = underWay > 0;
            taken = refused ? 0 : taken + 1;
            if (refused && others) {
                width = underWay;
            } else if (width < widest && taken >= width) {
                width++;
                taken = 0;
            }
            next = next();
        }
        next.forEach(Runnable::run);
        return others;
    }

    private List<Runnable> next() {
        List<Runnable> next = new ArrayList<>();
        while (underWay < width && !waiting.isEmpty()) {
            underWay++;
            next.add(waiting.poll());
        }
        return next;
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
