/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.haus;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which module a class comes from, and which modules it may look at. */
final class Stockwerke {

    private static final Pattern MODUL = Pattern.compile("/(sdk-[a-z]+)/");

    private final Map<String, String> module = new HashMap<>();
    private final JavaClasses klassen;

    Stockwerke(JavaClasses klassen) {
        this.klassen = klassen;
        for (JavaClass klasse : klassen) {
            module.put(klasse.getName(), modul(klasse));
        }
    }

    Set<String> module() {
        return new TreeSet<>(module.values());
    }

    /** Every dependency on a module that is not allowed, as {@code module: description}. */
    Set<String> verstoesse(Map<String, Set<String>> erlaubt) {
        Set<String> gefunden = new TreeSet<>();
        for (JavaClass klasse : klassen) {
            String eigenes = module.get(klasse.getName());
            for (Dependency abhaengigkeit : klasse.getDirectDependenciesFromSelf()) {
                String fremdes = module.get(
                        abhaengigkeit.getTargetClass().getBaseComponentType().getName());
                if (fremdes != null
                        && !fremdes.equals(eigenes)
                        && !erlaubt.getOrDefault(eigenes, Set.of()).contains(fremdes)) {
                    gefunden.add(eigenes + ": " + abhaengigkeit.getDescription());
                }
            }
        }
        return gefunden;
    }

    /** The module that a class was built in. */
    static String modul(JavaClass klasse) {
        String ort = klasse.getSource()
                .orElseThrow(() -> new AssertionError(klasse.getName()))
                .getUri()
                .toString();
        Matcher treffer = MODUL.matcher(ort);
        String letztes = "";
        while (treffer.find()) {
            letztes = treffer.group(1);
        }
        return letztes;
    }
}
