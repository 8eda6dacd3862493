package com.encvoy.keycloak.dashboard;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;

import com.encvoy.keycloak.dashboard.shell.Section;

/** The requests that pages about one's own account answer, read from their annotations: a new page is among them. */
final class FormOperations {

    /**
     * What can be asked for.
     *
     * @param path below the dashboard, with its parameters in braces
     */
    record Operation(String method, String path, boolean isMultipart) {}

    private FormOperations() {}

    static List<Operation> all() {
        List<Operation> operations = new ArrayList<>();
        collect(DashboardResource.class, "", operations);
        return operations.stream()
                .filter(operation -> Stream.of(Section.values())
                        .map(section -> section.name().toLowerCase(Locale.ROOT))
                        .anyMatch(section -> operation.path().equals(section)
                                || operation.path().startsWith(section + "/")))
                .toList();
    }

    private static void collect(Class<?> resource, String path, List<Operation> operations) {
        for (Method method : resource.getDeclaredMethods()) {
            Optional<String> below =
                    Optional.ofNullable(method.getAnnotation(Path.class)).map(Path::value);
            String here =
                    below.map(part -> path.isEmpty() ? part : path + "/" + part).orElse(path);
            if (has(method, GET.class)) {
                operations.add(new Operation("GET", here, false));
            } else if (has(method, POST.class)) {
                Consumes consumes = method.getAnnotation(Consumes.class);
                boolean multipart =
                        consumes != null && List.of(consumes.value()).contains(MediaType.MULTIPART_FORM_DATA);
                operations.add(new Operation("POST", here, multipart));
            } else if (below.isPresent()) {
                collect(method.getReturnType(), here, operations);
            }
        }
    }

    private static boolean has(Method method, Class<? extends Annotation> annotation) {
        return method.getAnnotation(annotation) != null;
    }
}
