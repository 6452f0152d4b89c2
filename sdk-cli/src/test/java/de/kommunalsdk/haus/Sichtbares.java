/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.haus;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What a user of a class can see of other types. */
final class Sichtbares {

    private Sichtbares() {}

    /** Whether a user of the jar can name the class. */
    static boolean istSichtbar(JavaClass klasse) {
        return istOffen(klasse.getModifiers())
                && klasse.getEnclosingClass().map(Sichtbares::istSichtbar).orElse(true);
    }

    /** Names of all types in the signatures that a user can see, also inside of generic types. */
    static Set<String> typen(JavaClass klasse) {
        Set<String> namen = new TreeSet<>();
        if (!istSichtbar(klasse)) {
            return namen;
        }
        Stream.concat(klasse.getSuperclass().stream(), klasse.getInterfaces().stream())
                .forEach(typ -> sammle(typ, namen));
        klasse.getTypeParameters().forEach(typ -> sammle(typ, namen));
        for (JavaMember glied : klasse.getMembers()) {
            if (!istOffen(glied.getModifiers())) {
                continue;
            }
            if (glied instanceof JavaField feld) {
                sammle(feld.getType(), namen);
            } else if (glied instanceof JavaCodeUnit einheit) {
                sammle(einheit.getReturnType(), namen);
                einheit.getParameterTypes().forEach(typ -> sammle(typ, namen));
                einheit.getTypeParameters().forEach(typ -> sammle(typ, namen));
                einheit.getExceptionTypes().forEach(typ -> sammle(typ, namen));
            }
        }
        return namen;
    }

    private static void sammle(JavaType typ, Set<String> namen) {
        typ.getAllInvolvedRawTypes()
                .forEach(roh -> namen.add(roh.getBaseComponentType().getName()));
    }

    private static boolean istOffen(Set<JavaModifier> modifier) {
        return modifier.contains(JavaModifier.PUBLIC) || modifier.contains(JavaModifier.PROTECTED);
    }
}
