/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.architektur;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What others can see of a class may not name a library that we want to be able to replace, nor our own inside. */
final class OeffentlicheSignatur extends ArchCondition<JavaClass> {

    private static final List<String> VERBORGEN = List.of(
            "com.fasterxml.jackson.",
            "okhttp3.",
            "okio.",
            "org.jdbi.",
            "org.snakeyaml.",
            "com.github.kagkarlsson.",
            "dev.failsafe.",
            "gg.jte.");

    OeffentlicheSignatur() {
        super("show no library and nothing internal");
    }

    @Override
    public void check(JavaClass klasse, ConditionEvents ereignisse) {
        if (!istSichtbar(klasse)) {
            return;
        }
        Stream.concat(klasse.getSuperclass().stream(), klasse.getInterfaces().stream())
                .forEach(typ -> pruefe(klasse, klasse.getName(), typ, ereignisse));
        klasse.getTypeParameters().forEach(typ -> pruefe(klasse, klasse.getName(), typ, ereignisse));
        for (JavaMember glied : klasse.getMembers()) {
            if (!istSichtbar(glied)) {
                continue;
            }
            if (glied instanceof JavaField feld) {
                pruefe(klasse, feld.getFullName(), feld.getType(), ereignisse);
            } else if (glied instanceof JavaCodeUnit einheit) {
                String name = einheit.getFullName();
                pruefe(klasse, name, einheit.getReturnType(), ereignisse);
                einheit.getParameterTypes().forEach(typ -> pruefe(klasse, name, typ, ereignisse));
                einheit.getTypeParameters().forEach(typ -> pruefe(klasse, name, typ, ereignisse));
                einheit.getExceptionTypes().forEach(typ -> pruefe(klasse, name, typ, ereignisse));
            }
        }
    }

    private static boolean istSichtbar(JavaMember glied) {
        return glied.getModifiers().contains(JavaModifier.PUBLIC)
                || glied.getModifiers().contains(JavaModifier.PROTECTED);
    }

    private static boolean istSichtbar(JavaClass klasse) {
        boolean sichtbar = klasse.getModifiers().contains(JavaModifier.PUBLIC)
                || klasse.getModifiers().contains(JavaModifier.PROTECTED);
        Optional<JavaClass> aussen = klasse.getEnclosingClass();
        return sichtbar && (aussen.isEmpty() || istSichtbar(aussen.get()));
    }

    private static void pruefe(JavaClass klasse, String stelle, JavaType typ, ConditionEvents ereignisse) {
        Set<String> namen = new HashSet<>();
        typ.getAllInvolvedRawTypes().forEach(roh -> namen.add(roh.getName()));
        namen.stream()
                .filter(name -> VERBORGEN.stream().anyMatch(name::startsWith) || name.contains(".internal."))
                .forEach(name -> ereignisse.add(SimpleConditionEvent.violated(klasse, stelle + " shows " + name)));
    }
}
