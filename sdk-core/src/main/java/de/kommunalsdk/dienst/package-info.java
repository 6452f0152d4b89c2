/* SPDX-License-Identifier: EUPL-1.2 */
/** OZG-Dienste and the library that finds them on the class path and in mounted directories. It knows the catalogue part of a Dienst; its form is compiled by sdk-forms. A broken Dienst is reported and not offered. */
@NullMarked
package de.kommunalsdk.dienst;

import org.jspecify.annotations.NullMarked;
