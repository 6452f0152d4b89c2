/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.haken;

/** One of the hooks of this package; given to {@code KommunalSdk.builder().haken(...)}. */
public sealed interface Haken permits VorSeite, NachSpeichern, VorEinreichen, EigenerBaustein, EigeneSeite {}
