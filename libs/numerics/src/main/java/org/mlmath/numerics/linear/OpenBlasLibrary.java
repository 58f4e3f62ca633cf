package org.mlmath.numerics.linear;

import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * OpenBLAS from the jar of its native libraries on the class path: unpacked once into a directory, then loaded from there.
 *
 * <p>The directory is the system property {@code mlmath.native.directory}, or the environment variable
 * {@code MLMATH_NATIVE_DIRECTORY}, or one per user below {@code java.io.tmpdir}; in it stands one directory per version and platform.
 * A file already there is used if it has the size and CRC-32 that the jar states (its time of modification says that it was found to)
 * and only its owner (the user, or root) can have written it; so a directory filled beforehand, {@link #main}, may be read-only. Files appear under their name complete or not at
 * all, and several JVMs may start at once.
 */
public final class OpenBlasLibrary {
    private static final String DIRECTORY_PROPERTY = "mlmath.native.directory";
    private static final String DIRECTORY_VARIABLE = "MLMATH_NATIVE_DIRECTORY";

    /** In the order in which each finds those it needs already loaded; not every platform has all. */
    private static final List<String> LINUX =
            List.of("libgcc_s.so.1", "libquadmath.so.0", "libgfortran.so.5", "libopenblas.so.0");

    private static final List<String> MACOS =
            List.of("libgcc_s.1.1.dylib", "libquadmath.0.dylib", "libgfortran.5.dylib", "libopenblas.0.dylib");
    private static final List<String> WINDOWS = List.of("libopenblas.dll");

    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> READABLE = PosixFilePermissions.fromString("rwxr-xr-x");

    private OpenBlasLibrary() {}

    /** Unpacks the libraries into the directory named by the first argument, for images with a read-only root. */
    public static void main(String[] arguments) throws Exception {
        if (arguments.length != 1) {
            throw new IllegalArgumentException("usage: OpenBlasLibrary <directory>");
        }
        unpack(Path.of(arguments[0])).forEach(System.out::println);
    }

    /**
     * @return the symbols of OpenBLAS
     * @throws NativeLibraryException if there is no library for this platform, or it cannot be unpacked or loaded
     */
    @SuppressWarnings("restricted") // the one place where native code is loaded
    public static SymbolLookup load() throws NativeLibraryException {
        // dlopen rather than System.load, which ties a library to one class loader and refuses it to the next one in
        // the same JVM.
        SymbolLookup library = null;
        try {
            for (Path file : unpack(configuredDirectory())) {
                library = SymbolLookup.libraryLookup(file, Arena.global());
            }
        } catch (IOException | IllegalArgumentException | IllegalCallerException e) {
            throw new NativeLibraryException("OpenBLAS does not load: " + e, e);
        }
        return library;
    }

    private static Optional<Path> configured() {
        String value = System.getProperty(DIRECTORY_PROPERTY, System.getenv(DIRECTORY_VARIABLE));
        return Optional.ofNullable(value).filter(path -> !path.isBlank()).map(Path::of);
    }

    private static Path configuredDirectory() throws IOException {
        if (configured().isPresent()) {
            return configured().get();
        }
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
        Path own = temporary.resolve("mlmath-" + self());
        try {
            create(own, OWNER_ONLY);
            requireOwned(own);
            return own;
        } catch (IOException taken) { // someone else made it first: a fresh one has a name that nobody can foresee
            return Files.createTempDirectory(temporary, "mlmath-");
        }
    }

    /** @return the libraries as files, in load order */
    private static List<Path> unpack(Path directory) throws IOException {
        String platform = platform();
        String resources = "org/bytedeco/openblas/" + platform + "/";
        List<Path> files = new ArrayList<>();
        Path target = null;
        for (String name : namesOn(platform)) {
            URL packed = OpenBlasLibrary.class.getClassLoader().getResource(resources + name);
            if (packed == null) {
                continue; // arm64 has no libquadmath; whether anything essential is missing, loading will tell
            }
            Contents contents = Contents.of(packed);
            if (target == null) {
                target = directory.resolve("openblas-" + contents.version + "-" + platform);
                create(target, READABLE); // maybe by root, for an image whose user is another
                requireOwned(target);
            }
            Path file = target.resolve(name);
            if (!contents.seenIn(file)) {
                if (!contents.equalThoseOf(file)) {
                    place(packed, file);
                    if (!contents.equalThoseOf(file)) {
                        throw new IOException(file + " does not have the contents of " + packed);
                    }
                }
                contents.markSeenIn(file);
            }
            requireOwned(file);
            files.add(file);
        }
        if (files.isEmpty()) {
            throw new IOException("there is no native library for " + platform + " on the class path");
        }
        return files;
    }

    /** What a file must contain, as the jar's own directory states it. */
    private record Contents(String version, long size, long crc) {
        static Contents of(URL packed) throws IOException {
            URLConnection connection = packed.openConnection();
            connection.setUseCaches(false);
            if (connection instanceof JarURLConnection jar) {
                try (var file = jar.getJarFile()) {
                    JarEntry entry = jar.getJarEntry();
                    return new Contents(version(file.getName()), entry.getSize(), entry.getCrc());
                }
            }
            CRC32 crc = new CRC32();
            long size = 0;
            try (InputStream in = connection.getInputStream()) {
                byte[] buffer = new byte[1 << 16];
                for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                    crc.update(buffer, 0, n);
                    size += n;
                }
            }
            return new Contents(Long.toHexString(crc.getValue()), size, crc.getValue());
        }

        /** openblas-0.3.31-1.5.13-linux-x86_64.jar, maybe with the group before it, holds 0.3.31-1.5.13. */
        private static String version(String jar) {
            Matcher matcher =
                    Pattern.compile("openblas-([0-9.]+-[0-9.]+)-[^/\\\\]*$").matcher(jar);
            return matcher.find() ? matcher.group(1) : "unversioned";
        }

        /** Whether the file was found to have these contents before and has not been written to since. */
        boolean seenIn(Path file) throws IOException {
            try {
                var attributes = Files.readAttributes(file, BasicFileAttributes.class);
                return attributes.size() == size
                        && attributes.lastModifiedTime().equals(mark());
            } catch (NoSuchFileException e) {
                return false;
            }
        }

        /** Summing tens of megabytes takes longer than loading them: what has been summed once has the sum as its time. */
        void markSeenIn(Path file) {
            try {
                Files.setLastModifiedTime(file, mark());
            } catch (IOException readOnly) {
                // It is summed at the next start too.
            }
        }

        private FileTime mark() {
            return FileTime.from(crc, TimeUnit.SECONDS);
        }

        boolean equalThoseOf(Path file) throws IOException {
            try (FileChannel channel = FileChannel.open(file)) {
                if (channel.size() != size) {
                    return false;
                }
                CRC32 found = new CRC32();
                ByteBuffer mapped = channel.map(FileChannel.MapMode.READ_ONLY, 0, size);
                found.update(mapped);
                return found.getValue() == crc;
            } catch (NoSuchFileException e) {
                return false;
            }
        }
    }

    private static void place(URL packed, Path file) throws IOException {
        Path partial = Files.createTempFile(file.getParent(), file.getFileName().toString(), ".part"); // mode 600
        try {
            try (InputStream in = packed.openStream()) {
                Files.copy(in, partial, StandardCopyOption.REPLACE_EXISTING);
            }
            if (isPosix(partial)) {
                Files.setPosixFilePermissions(partial, PosixFilePermissions.fromString("r-xr-xr-x"));
            }
            try {
                Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE);
            } catch (AtomicMoveNotSupportedException e) {
                Files.move(partial, file, StandardCopyOption.REPLACE_EXISTING);
            } catch (FileSystemException e) {
                if (!Files.exists(file)) { // Windows: another JVM has loaded the one that it placed first
                    throw e;
                }
            }
        } finally {
            Files.deleteIfExists(partial);
        }
    }

    private static void create(Path directory, Set<PosixFilePermission> permissions) throws IOException {
        if (Files.isDirectory(directory)) {
            return;
        }
        Path parent = directory.toAbsolutePath().getParent();
        Files.createDirectories(parent);
        if (isPosix(parent)) {
            Files.createDirectories(directory, PosixFilePermissions.asFileAttribute(permissions));
        } else {
            Files.createDirectories(directory);
        }
    }

    /** Code is loaded only from where nobody but the user, or root, can have put it. */
    private static void requireOwned(Path path) throws IOException {
        if (!isPosix(path)) {
            return;
        }
        PosixFileAttributes attributes =
                Files.readAttributes(path, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        String owner = attributes.owner().getName();
        if (!owner.equals("root") && !owner.equals(self())) {
            throw new IOException(path + " belongs to " + owner);
        }
        if (attributes.permissions().contains(PosixFilePermission.OTHERS_WRITE)) {
            throw new IOException(path + " can be written to by everybody");
        }
    }

    /** The user's name as the file system gives it: a container's user often has a number and no name, which Java calls "?". */
    private static String self() throws IOException {
        Path process = Path.of("/proc/self");
        return Files.exists(process) ? Files.getOwner(process).getName() : System.getProperty("user.name");
    }

    private static boolean isPosix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    private static List<String> namesOn(String platform) {
        return platform.startsWith("windows") ? WINDOWS : platform.startsWith("macosx") ? MACOS : LINUX;
    }

    /** @return operating system and processor as in the names of the jars */
    private static String platform() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String processor = System.getProperty("os.arch");
        return (system.startsWith("windows") ? "windows" : system.startsWith("mac") ? "macosx" : "linux")
                + "-"
                + switch (processor) {
                    case "amd64", "x86_64" -> "x86_64";
                    case "aarch64" -> "arm64";
                    default -> processor;
                };
    }
}
