package org.mlmath.k8s;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import io.smallrye.config.common.utils.StringUtil;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * The settings that our processes read: the methods of {@code @ConfigMapping} interfaces and the fields that {@code @ConfigProperty}
 * gives a default, from the sources, since only those have their descriptions.
 */
final class Settings {
    private static final Path PROJECT = Path.of("..");

    private static final Pattern OPTIONAL = Pattern.compile("(?:java\\.util\\.)?Optional<(.*)>");
    private static final Pattern MAP = Pattern.compile("(?:java\\.util\\.)?Map<String, (.*)>");

    private final List<Setting> found = new ArrayList<>();
    private final Map<String, TreePath> interfaces = new HashMap<>();
    private final DocTrees docs;

    private Settings(DocTrees docs) {
        this.docs = docs;
    }

    /** @return all, by property */
    static List<Setting> all() {
        return All.SETTINGS;
    }

    private static final class All {
        static final List<Setting> SETTINGS = read();
    }

    private static List<Setting> read() {
        try (StandardJavaFileManager files =
                ToolProvider.getSystemJavaCompiler().getStandardFileManager(null, null, null)) {
            JavacTask compiler = (JavacTask) ToolProvider.getSystemJavaCompiler()
                    .getTask(null, files, null, null, null, files.getJavaFileObjectsFromPaths(sources()));
            Settings settings = new Settings(DocTrees.instance(compiler));
            List<CompilationUnitTree> units = new ArrayList<>();
            compiler.parse().forEach(units::add);
            units.forEach(settings::index);
            units.forEach(settings::collect);
            settings.found.sort(Comparator.comparing(Setting::property));
            return List.copyOf(settings.found);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @return the directories of the modules that become part of a process */
    static List<Path> modules() {
        try (Stream<Path> libraries = Files.list(PROJECT.resolve("libs"));
                Stream<Path> services = Files.list(PROJECT)) {
            return Stream.concat(libraries, services)
                    .filter(module -> Files.isDirectory(module.resolve("src/main/java")))
                    .filter(module -> !module.endsWith("bench")
                            && !module.getFileName().toString().endsWith("-test"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> sources() throws IOException {
        List<Path> sources = new ArrayList<>();
        for (Path module : modules()) {
            try (Stream<Path> files = Files.walk(module.resolve("src/main/java"))) {
                for (Path file : files.filter(file -> file.toString().endsWith(".java"))
                        .sorted()
                        .toList()) {
                    if (Files.readString(file).contains("io.smallrye.config.")
                            || Files.readString(file).contains("@ConfigProperty")) {
                        sources.add(file);
                    }
                }
            }
        }
        return sources;
    }

    private void index(CompilationUnitTree unit) {
        new TreePathScanner<Void, Void>() {
            @Override
            public Void visitClass(ClassTree type, Void nothing) {
                if (type.getKind() == Tree.Kind.INTERFACE) {
                    interfaces.put(type.getSimpleName().toString(), getCurrentPath());
                }
                return super.visitClass(type, nothing);
            }
        }.scan(unit, null);
    }

    private void collect(CompilationUnitTree unit) {
        String file = unit.getSourceFile().getName();
        Path module = Path.of(file.substring(0, file.indexOf("/src/main/java")));
        new TreePathScanner<Void, Void>() {
            @Override
            public Void visitClass(ClassTree type, Void nothing) {
                value(type.getModifiers(), "ConfigMapping", "prefix").ifPresent(prefix -> {
                    String mapping = unit.getPackageName() + "." + type.getSimpleName();
                    addAll(module, prefix, getCurrentPath(), mapping);
                });
                return super.visitClass(type, nothing);
            }

            @Override
            public Void visitVariable(VariableTree field, Void nothing) {
                value(field.getModifiers(), "ConfigProperty", "name")
                        .filter(name -> name.startsWith("mlmath."))
                        .ifPresent(name -> value(field.getModifiers(), "ConfigProperty", "defaultValue")
                                .ifPresent(fallback -> found.add(
                                        new Setting(module, name, fallback, description(getCurrentPath()), null))));
                return super.visitVariable(field, nothing);
            }
        }.scan(unit, null);
    }

    private void addAll(Path module, String prefix, TreePath type, String mapping) {
        for (Tree member : ((ClassTree) type.getLeaf()).getMembers()) {
            if (member instanceof MethodTree method && method.getBody() == null) {
                add(module, prefix, new TreePath(type, method), mapping);
            }
        }
    }

    private void add(Path module, String prefix, TreePath path, String mapping) {
        MethodTree method = (MethodTree) path.getLeaf();
        String name = value(method.getModifiers(), "WithName", "value")
                .orElseGet(() -> StringUtil.skewer(method.getName().toString()));
        String property = has(method.getModifiers(), "WithParentName") ? prefix : prefix + "." + name;
        String type = method.getReturnType().toString();
        Matcher map = MAP.matcher(type);
        if (map.matches()) {
            property += ".*";
            type = map.group(1);
        }
        Matcher optional = OPTIONAL.matcher(type);
        String wanted = optional.matches() ? optional.group(1) : type;
        TreePath group = interfaces.get(wanted.substring(wanted.lastIndexOf('.') + 1));
        if (group != null) {
            addAll(module, property, group, mapping);
        } else {
            String fallback =
                    value(method.getModifiers(), "WithDefault", "value").orElse(null);
            found.add(new Setting(module, property, fallback, description(path), mapping));
        }
    }

    private String description(TreePath path) {
        String comment = docs.getDocComment(path);
        return comment == null
                ? ""
                : comment.strip()
                        .replaceAll("\\{@(?:code|link) #?([^}]*)}", "`$1`")
                        .replaceAll("<[^>]*>", " ")
                        .replaceAll("\\s+", " ");
    }

    private static boolean has(ModifiersTree modifiers, String annotation) {
        return modifiers.getAnnotations().stream()
                .anyMatch(each -> each.getAnnotationType().toString().equals(annotation));
    }

    private static Optional<String> value(ModifiersTree modifiers, String annotation, String argument) {
        return modifiers.getAnnotations().stream()
                .filter(each -> each.getAnnotationType().toString().equals(annotation))
                .flatMap(each -> arguments(each, argument))
                .findFirst();
    }

    private static Stream<String> arguments(AnnotationTree annotation, String name) {
        return annotation.getArguments().stream()
                .flatMap(argument -> {
                    if (argument instanceof AssignmentTree assignment) {
                        return assignment.getVariable().toString().equals(name)
                                ? Stream.of(assignment.getExpression())
                                : Stream.empty();
                    }
                    return name.equals("value") ? Stream.of(argument) : Stream.empty(); // @WithDefault("10s")
                })
                .flatMap(Settings::literal);
    }

    private static Stream<String> literal(ExpressionTree expression) {
        return expression instanceof LiteralTree literal
                ? Stream.of(String.valueOf(literal.getValue()))
                : Stream.empty();
    }
}
