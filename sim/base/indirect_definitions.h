// The members of Indirect that need the whole type. Included by the unit that says `template class
// Indirect<T>`.
#pragma once

#include "base/indirect.h"

#include <utility>

namespace graduasi {

template <class T>
Indirect<T>::Indirect() : value_(new T()) {}

template <class T>
Indirect<T>::Indirect(T const& value) : value_(new T(value)) {}

template <class T>
Indirect<T>::Indirect(Indirect const& other) : value_(new T(*other.value_)) {}

template <class T>
Indirect<T>::Indirect(Indirect&& other) noexcept : value_(std::exchange(other.value_, nullptr)) {}

template <class T>
Indirect<T>& Indirect<T>::operator=(Indirect other) noexcept {
  std::swap(value_, other.value_);
  return *this;
}

template <class T>
Indirect<T>::~Indirect() {
  delete value_;
}

}  // namespace graduasi
