// The members of Held that need the whole type. Included by the unit that says `template class
// Held<T>`.
#pragma once

#include "base/held.h"

#include <utility>

namespace graduasi {

template <class T>
Held<T>::Held() : value_(new T()) {}

template <class T>
Held<T>::Held(T const& value) : value_(new T(value)) {}

template <class T>
Held<T>::Held(Held const& other) : value_(new T(*other.value_)) {}

template <class T>
Held<T>::Held(Held&& other) noexcept : value_(std::exchange(other.value_, nullptr)) {}

template <class T>
Held<T>& Held<T>::operator=(Held other) noexcept {
  std::swap(value_, other.value_);
  return *this;
}

template <class T>
Held<T>::~Held() {
  delete value_;
}

}  // namespace graduasi
