package org.mlmath.k8s;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** One object of a cluster, as its YAML says. */
record Manifest(ObjectNode tree) {
    private static final ObjectReader YAML = YAMLMapper.builder().build().readerFor(ObjectNode.class);

    /** @return the objects of a file in their order */
    static List<Manifest> read(Path file) {
        try (MappingIterator<ObjectNode> documents = YAML.readValues(file.toFile())) {
            return documents.readAll().stream().map(Manifest::new).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
    }

    static List<Manifest> parse(String yaml) {
        try (MappingIterator<ObjectNode> documents = YAML.readValues(yaml)) {
            return documents.readAll().stream().map(Manifest::new).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String type() {
        return text("/apiVersion") + " " + kind();
    }

    String kind() {
        return text("/kind");
    }

    String name() {
        return text("/metadata/name");
    }

    /** @return what stands there; missing where nothing does */
    JsonNode at(String pointer) {
        return tree.at(pointer);
    }

    String text(String pointer) {
        return tree.at(pointer).asText();
    }

    /** @return the entries of the array there; none where there is no array */
    Stream<JsonNode> each(String pointer) {
        return StreamSupport.stream(tree.at(pointer).spliterator(), false);
    }

    /** @return the one container of a Deployment's pods */
    JsonNode container() {
        return at("/spec/template/spec/containers/0");
    }

    @Override
    public String toString() {
        return kind() + " " + name();
    }
}
