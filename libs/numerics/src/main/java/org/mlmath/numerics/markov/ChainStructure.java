package org.mlmath.numerics.markov;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.mlmath.numerics.linear.Matrix;

/**
 * The communicating classes of a chain: sets of states each of which leads to every other. Which they are depends on where the
 * transition matrix is positive alone.
 *
 * @param classes by their smallest states
 * @param classOf the class of each state
 */
public record ChainStructure(List<CommunicatingClass> classes, int[] classOf) {
    /**
     * @param states ascending
     * @param recurrent whether the chain never leaves the class
     * @param period greatest common divisor of the lengths of ways back; 0 where there is none
     */
    public record CommunicatingClass(int[] states, boolean recurrent, int period) {}

    /** @param transition square, not negative */
    public static ChainStructure of(Matrix transition) {
        int n = transition.rows();
        int[] component = new Components(transition).find();
        int[] classOf = new int[n];
        int[] renumbered = new int[n];
        Arrays.fill(renumbered, -1);
        int count = 0;
        for (int i = 0; i < n; i++) {
            if (renumbered[component[i]] < 0) {
                renumbered[component[i]] = count++;
            }
            classOf[i] = renumbered[component[i]];
        }
        List<List<Integer>> members = new ArrayList<>();
        for (int c = 0; c < count; c++) {
            members.add(new ArrayList<>());
        }
        for (int i = 0; i < n; i++) {
            members.get(classOf[i]).add(i);
        }
        List<CommunicatingClass> classes = new ArrayList<>();
        for (List<Integer> each : members) {
            int[] states = each.stream().mapToInt(Integer::intValue).toArray();
            classes.add(new CommunicatingClass(
                    states, closed(transition, states, classOf), period(transition, states, classOf)));
        }
        return new ChainStructure(classes, classOf);
    }

    private static boolean closed(Matrix transition, int[] states, int[] classOf) {
        for (int i : states) {
            for (int j = 0; j < transition.rows(); j++) {
                if (transition.get(i, j) > 0 && classOf[j] != classOf[i]) {
                    return false;
                }
            }
        }
        return true;
    }

    /** From the levels of a breadth-first search: along each transition the level changes by 1 up to multiples of the period. */
    private static int period(Matrix transition, int[] states, int[] classOf) {
        int[] level = new int[classOf.length];
        Arrays.fill(level, -1);
        Deque<Integer> queue = new ArrayDeque<>();
        level[states[0]] = 0;
        queue.add(states[0]);
        int period = 0;
        while (!queue.isEmpty()) {
            int i = queue.poll();
            for (int j : states) {
                if (transition.get(i, j) > 0) {
                    if (level[j] < 0) {
                        level[j] = level[i] + 1;
                        queue.add(j);
                    }
                    period = gcd(period, Math.abs(level[i] + 1 - level[j]));
                }
            }
        }
        return period;
    }

    private static int gcd(int a, int b) {
        return b == 0 ? a : gcd(b, a % b);
    }

    public boolean irreducible() {
        return classes.size() == 1;
    }

    public List<CommunicatingClass> recurrent() {
        return classes.stream().filter(CommunicatingClass::recurrent).toList();
    }

    /** The states the chain leaves for good, ascending. */
    public int[] transientStates() {
        return classes.stream()
                .filter(c -> !c.recurrent())
                .flatMapToInt(c -> Arrays.stream(c.states()))
                .sorted()
                .toArray();
    }

    /** Strongly connected components (R. Tarjan, SIAM J. Comput. 1 (1972), 146-160), without recursion. */
    private static final class Components {
        private final Matrix transition;
        private final int n;
        private final int[] index;
        private final int[] low;
        private final int[] component;
        private final int[] next;
        private final Deque<Integer> open = new ArrayDeque<>();
        private final boolean[] isOpen;
        private int indices;
        private int components;

        Components(Matrix transition) {
            this.transition = transition;
            this.n = transition.rows();
            this.index = new int[n];
            this.low = new int[n];
            this.component = new int[n];
            this.next = new int[n];
            this.isOpen = new boolean[n];
        }

        int[] find() {
            for (int root = 0; root < n; root++) {
                if (index[root] == 0) {
                    search(root);
                }
            }
            return component;
        }

        private void search(int root) {
            Deque<Integer> path = new ArrayDeque<>();
            enter(root, path);
            while (!path.isEmpty()) {
                int i = path.peek();
                if (next[i] == n) {
                    leave(path);
                    continue;
                }
                int j = next[i]++;
                if (transition.get(i, j) > 0) {
                    if (index[j] == 0) {
                        enter(j, path);
                    } else if (isOpen[j]) {
                        low[i] = Math.min(low[i], index[j]);
                    }
                }
            }
        }

        private void enter(int i, Deque<Integer> path) {
            index[i] = ++indices;
            low[i] = indices;
            path.push(i);
            open.push(i);
            isOpen[i] = true;
        }

        private void leave(Deque<Integer> path) {
            int i = path.pop();
            if (low[i] == index[i]) {
                int j;
                do {
                    j = open.pop();
                    isOpen[j] = false;
                    component[j] = components;
                } while (j != i);
                components++;
            }
            if (!path.isEmpty()) {
                low[path.peek()] = Math.min(low[path.peek()], low[i]);
            }
        }
    }
}
