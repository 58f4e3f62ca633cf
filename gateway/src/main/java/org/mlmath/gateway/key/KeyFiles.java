package org.mlmath.gateway.key;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The keys in a file, or in the files of a directory. Empty lines and those that begin with # are for people. */
final class KeyFiles {
    private KeyFiles() {}

    /**
     * @return each key by its hash
     * @throws IOException if a file cannot be read, or a line of it is no key's, in which case the place is named and not the line
     */
    static Map<String, ApiKey> read(Path path) throws IOException {
        Map<String, ApiKey> keys = new HashMap<>();
        for (Path file : files(path)) {
            List<String> lines = Files.readAllLines(file);
            for (int i = 0; i < lines.size(); i++) {
                String line = lines.get(i).strip();
                if (!line.isEmpty() && !line.startsWith("#")) {
                    add(keys, line, file, i + 1);
                }
            }
        }
        return keys;
    }

    private static void add(Map<String, ApiKey> keys, String line, Path file, int number) throws IOException {
        try {
            ApiKey key = ApiKey.parse(line);
            if (keys.put(key.hash(), key) != null) {
                throw new IllegalArgumentException("has a key that stands there already");
            }
        } catch (IllegalArgumentException e) {
            throw new IOException("%s: line %d %s".formatted(file, number, e.getMessage()));
        }
    }

    /** A mounted secret has, beside a link per entry, hidden directories from which it is swapped as a whole. */
    private static List<Path> files(Path path) throws IOException {
        if (!Files.isDirectory(path)) {
            return List.of(path);
        }
        try (Stream<Path> entries = Files.list(path)) {
            return entries.filter(entry -> !entry.getFileName().toString().startsWith("."))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        }
    }
}
