package com.encvoy.keycloak.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import com.tngtech.archunit.core.domain.Dependency;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

class ArchitectureTest {

    private static final int MAX_FILES_PER_ROOM = 25;
    private static final int MAX_LINES_PER_FILE = 200;

    @Test
    void everyRoomImportsOnlyWhatTheTableAllows() {
        List<String> forbidden = Rooms.CLASSES.stream()
                .filter(Rooms::isOurs)
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .filter(dependency -> Rooms.isOurs(dependency.getTargetClass()))
                .filter(dependency -> !isAllowed(dependency))
                .map(Dependency::getDescription)
                .distinct()
                .toList();

        assertThat(forbidden).isEmpty();
    }

    private static boolean isAllowed(Dependency dependency) {
        String from = Rooms.of(dependency.getOriginClass());
        String to = Rooms.of(dependency.getTargetClass());
        return Rooms.mayImport(from, to);
    }

    @Test
    void everyRoomIsInTheTable() {
        assertThat(Rooms.CLASSES.stream().filter(Rooms::isOurs).map(Rooms::of).distinct())
                .isSubsetOf(Rooms.MAY_IMPORT.keySet());
    }

    @Test
    void noRoomsImportEachOther() {
        slices().matching(Rooms.ROOT + "(**)").should().beFreeOfCycles().check(Rooms.CLASSES);
    }

    @Test
    void nativeCodeIsCalledFromTheRoomCryptoOnly() {
        noClasses()
                .that()
                .resideOutsideOfPackage(Rooms.ROOT + "crypto")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.sun.jna..")
                .check(Rooms.CLASSES);
    }

    @Test
    void noRoomHasMoreThanTwentyFiveFiles() throws IOException {
        Map<Path, Long> crowded = sources().collect(Collectors.groupingBy(Path::getParent, Collectors.counting()));
        crowded.values().removeIf(files -> files <= MAX_FILES_PER_ROOM);

        assertThat(crowded).isEmpty();
    }

    @Test
    void everyRoomSaysWhatItIsFor() throws IOException {
        assertThat(sources().map(Path::getParent).distinct())
                .allSatisfy(
                        room -> assertThat(room.resolve("package-info.java")).exists());
    }

    @Test
    void noClassHasMoreThanTwoHundredLines() throws IOException {
        assertThat(sources().filter(source -> lines(source) > MAX_LINES_PER_FILE))
                .isEmpty();
    }

    @Test
    void noNameSaysUtilHelperManagerOrImpl() {
        assertThat(Rooms.CLASSES.stream()
                        .map(type -> type.getSimpleName())
                        .filter(name -> name.matches(".*(Util|Utils|Helper|Manager|Impl)")))
                .isEmpty();
    }

    private static Stream<Path> sources() throws IOException {
        List<Path> sources = new ArrayList<>();
        for (String folder : List.of("src/main/java", "native/src/main/java", "../docker/src/main/java")) {
            try (Stream<Path> files = Files.walk(Path.of(folder))) {
                files.filter(path -> path.toString().endsWith(".java")).forEach(sources::add);
            }
        }
        return sources.stream();
    }

    private static long lines(Path source) {
        try (Stream<String> lines = Files.lines(source)) {
            return lines.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
